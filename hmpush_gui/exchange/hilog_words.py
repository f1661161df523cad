"""The words of a device's log by which values are known, as patterns."""

import re

from .hilog_lines import VALUE

_STRONG = (
    r"(?:push|hms|device|registration)[ _\-]{0,2}token|on[ _]?new[ _]?token"
    r"|(?<![A-Za-z])get(?:ting)?[ _\-]?token|registration[ _\-]?id"
    r"|(?:推送|设备|消息推送)\s?(?:token|令牌)|push\s?令牌"
)
_WEAK = (
    r"(?<![A-Za-z_\-])(?<!access )(?<!auth )(?<!refresh )(?<!id )(?<!bearer )token"
    r"|(?<!访问)(?<!刷新)令牌"
)
_FILLING = (
    r"(?:[\s\"'\\=:：,，\[({<（【“‘”’\])}】）]|->|=>|→|- |%3[AaDd]|%2[02]|%5[BbDd]"
    r"|(?:successfully|successful|success|succeeded|succeed|result|value|data|string"
    r"|(?:push[ _]?)?token|str|received|obtained|got|is|was|ok|are|of)"
    r"(?![A-Za-z0-9_+/=\-])"
    r"|获取|得到|返回|成功|结果|为|是|值|令牌)"
)
MASK = (
    r"<?\bprivate\b>|\{private\}"
    r"|[A-Za-z0-9_\-+/=]*(?:\*{2,}|•{2,}|\.{3,}|…)[A-Za-z0-9_\-+/=*]*"
)
"""What hilog hides, or what an app hides by itself."""
_VALUE = rf"(?:{VALUE}|\\/|\\u00[0-9A-Fa-f]{{2}})+"
_UUID = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"

TOKEN = re.compile(
    rf"(?:(?P<strong>{_STRONG})|(?P<weak>{_WEAK}))s?(?![A-Za-z])"
    rf"{_FILLING}{{0,24}}+(?:(?P<mask>{MASK})|(?P<value>{_VALUE}))?",
    re.IGNORECASE,
)
"""A word for a push token, and what comes after it."""

NEXT = re.compile(rf"\\?[\"']\s*,\s*\\?[\"'](?P<value>{_VALUE})(?=\\?[\"'])")
"""One more value of the same list."""

AAID = re.compile(
    r"(?:(?<![A-Za-z])(?:get)?aaid(?![A-Za-z])|anonymous application identifier"
    rf"|匿名(?:应用)?标识符?)(?:[^\n]{{0,40}}?(?P<value>(?<![\w-]){_UUID}(?![\w-]))"
    rf"|{_FILLING}{{0,24}}+(?P<mask>{MASK}))",
    re.IGNORECASE,
)
UUID = re.compile(_UUID)

PROFILE = re.compile(
    r"(?P<undo>un)?bind(?:ing)?[ _]?(?:app[ _]?)?profile"
    r"|(?P<zh>解绑|绑定).{0,12}(?:账号|profile)",
    re.IGNORECASE,
)

CODE = re.compile(
    r"(?<![\w.%\-])(?:(?P<kit>10009\d{5})|(?P<hms>907\d{6})"
    r"|(?<=[\s:：=,，\[(\"'])(?P<short>600[34]))(?![\w%]|\.\d)"
)
CODE_WORD = re.compile(r"code|error|\berr\b|errno|fail|ret\b|错误|失败", re.IGNORECASE)
FAILED = re.compile(
    r"fail|error|\berr\b|exception|unable|失败|错误|异常|无法", re.IGNORECASE
)
SUCCEEDED = re.compile(r"succe|\bok\b|成功|完成", re.IGNORECASE)
PUSH = re.compile(r"push|推送|aaid|hms|gettoken", re.IGNORECASE)

SOURCE = re.compile(
    r"hilog\.\w+\(|%\{(?:public|private)\}|\$\{\w|=>\s*\{|BusinessError"
)
"""The code that logs is no log: of it comes what was not found on a device."""

WORTH = re.compile(
    r"token|令牌|aaid|anonymous|匿名|profile|绑|10009|907\d{6}|600[34]|registration",
    re.IGNORECASE,
)
"""A record without any of these says nothing to us."""
