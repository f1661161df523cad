"""The command line `hmpush`: the same core, without a window."""
