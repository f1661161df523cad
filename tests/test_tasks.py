import asyncio

from hmpush_gui.tasks import Tasks


async def test_it_knows_what_is_under_way() -> None:
    tasks, go_on = Tasks(), asyncio.Event()

    async def work() -> None:
        await go_on.wait()

    task = tasks.start(work())
    assert task is not None
    assert len(tasks) == 1
    go_on.set()
    await task
    assert not tasks


async def test_at_its_end_it_gives_up_what_is_under_way() -> None:
    tasks = Tasks()
    task = tasks.start(asyncio.sleep(60))
    assert task is not None
    await tasks.aclose()
    assert task.cancelled()
    assert not tasks


async def test_after_its_end_nothing_is_begun() -> None:
    tasks, done = Tasks(), []
    await tasks.aclose()

    async def work() -> None:
        done.append(True)

    assert tasks.start(work()) is None
    await asyncio.sleep(0)
    assert not done


async def test_what_work_raises_reaches_the_loop() -> None:
    tasks, told = Tasks(), []
    asyncio.get_running_loop().set_exception_handler(
        lambda _loop, context: told.append(context["exception"])
    )

    async def work() -> None:
        raise ValueError("a bug")

    task = tasks.start(work())
    assert task is not None
    await asyncio.wait([task])
    await asyncio.sleep(0)
    assert [str(each) for each in told] == ["a bug"]
