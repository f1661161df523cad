<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Message</source>
            <translation>消息(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Send</source>
            <translation>发送(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Paste from elsewhere…</source>
            <translation>从其他来源粘贴(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Languages side by side…</source>
            <translation>多语言对照(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>Copy as cUR&amp;L</source>
            <translation>复制为 cURL(&amp;L)</translation>
        </message>
        <message>
            <source>R&amp;eceipts…</source>
            <translation>回执(&amp;E)…</translation>
        </message>
        <message>
            <source>Test run s&amp;heet…</source>
            <translation>测试执行单(&amp;H)…</translation>
        </message>
        <message>
            <source>Settin&amp;gs…</source>
            <translation>设置(&amp;G)…</translation>
        </message>
        <message>
            <source>Send &amp;again</source>
            <translation>再次发送(&amp;A)</translation>
        </message>
        <message>
            <source>Pa&amp;use or resume</source>
            <translation>暂停或继续(&amp;U)</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>停止(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Check</source>
            <translation>检查(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Next problem</source>
            <translation>下一个问题(&amp;N)</translation>
        </message>
        <message>
            <source>Pre&amp;vious problem</source>
            <translation>上一个问题(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Project…</source>
            <translation>项目(&amp;P)…</translation>
        </message>
        <message>
            <source>New p&amp;roject…</source>
            <translation>新建项目(&amp;R)…</translation>
        </message>
        <message>
            <source>Check credential…</source>
            <translation>检查凭据…</translation>
        </message>
        <message>
            <source>C&amp;onnection…</source>
            <translation>连接设置(&amp;O)…</translation>
        </message>
        <message>
            <source>Paste to&amp;kens</source>
            <translation>粘贴 Token(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Import devices…</source>
            <translation>导入设备(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Device log…</source>
            <translation>设备日志(&amp;D)…</translation>
        </message>
        <message>
            <source>&amp;Sidebar</source>
            <translation>侧边栏(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Preview</source>
            <translation>预览(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;JSON beside the form</source>
            <translation>JSON 与表单并排(&amp;J)</translation>
        </message>
        <message>
            <source>&amp;Find in text or history</source>
            <translation>在文本或历史中查找(&amp;F)</translation>
        </message>
        <message>
            <source>JSON te&amp;xt</source>
            <translation>JSON 文本(&amp;X)</translation>
        </message>
        <message>
            <source>Screen-s&amp;hare mode</source>
            <translation>屏幕共享模式(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>主题(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>点击行为</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>下发</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>响应</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>解释</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>&amp;Setup guide…</source>
            <translation>设置向导(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Keys</source>
            <translation>快捷键(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Log of the program</source>
            <translation>程序日志(&amp;L)</translation>
        </message>
        <message>
            <source>Write nothing</source>
            <translation>不记录</translation>
        </message>
        <message>
            <source>Errors only</source>
            <translation>仅错误</translation>
        </message>
        <message>
            <source>Starts, sends and errors</source>
            <translation>启动、发送和错误</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>&amp;Open the log folder</source>
            <translation>打开日志文件夹(&amp;O)</translation>
        </message>
    </context>
    <context>
        <name>AgainButton</name>
        <message>
            <source>Send again ▾</source>
            <translation>再次发送 ▾</translation>
        </message>
        <message>
            <source>Send again to some devices</source>
            <translation>向部分设备再次发送</translation>
        </message>
        <message>
            <source>Send the same message once more, only to devices chosen here</source>
            <translation>把同一条消息再发送一次，只发给此处选择的设备</translation>
        </message>
        <message>
            <source>To the selected devices ({count})</source>
            <translation>发给选中的设备（{count}）</translation>
        </message>
        <message>
            <source>To all that were rejected ({count})</source>
            <translation>发给所有被拒绝的设备（{count}）</translation>
        </message>
        <message>
            <source>To all that were not sent ({count})</source>
            <translation>发给所有未发送的设备（{count}）</translation>
        </message>
        <message>
            <source>To all that are listed now ({count})</source>
            <translation>发给当前列出的所有设备（{count}）</translation>
        </message>
    </context>
    <context>
        <name>AnswerTree</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>响应头</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>响应体</translation>
        </message>
        <message>
            <source>JSON in a text: {what}</source>
            <translation>文本中的 JSON：{what}</translation>
        </message>
        <message>
            <source>1 entry</source>
            <translation>1 项</translation>
        </message>
        <message>
            <source>{count} entries</source>
            <translation>{count} 项</translation>
        </message>
        <message>
            <source>1 key</source>
            <translation>1 个键</translation>
        </message>
        <message>
            <source>{count} keys</source>
            <translation>{count} 个键</translation>
        </message>
    </context>
    <context>
        <name>CheckCard</name>
        <message>
            <source>● the receipt says so</source>
            <translation>● 回执已说明</translation>
        </message>
        <message>
            <source>▲ likely</source>
            <translation>▲ 很可能</translation>
        </message>
        <message>
            <source>○ possible</source>
            <translation>○ 可能</translation>
        </message>
        <message>
            <source>A receipt would say {results}</source>
            <translation>消息回执会返回 {results}</translation>
        </message>
    </context>
    <context>
        <name>CheckRow</name>
        <message>
            <source>Check…</source>
            <translation>检查…</translation>
        </message>
        <message>
            <source>Check credential</source>
            <translation>检查凭据</translation>
        </message>
        <message>
            <source>Looking at it…</source>
            <translation>正在检查…</translation>
        </message>
    </context>
    <context>
        <name>ChecklistDialog</name>
        <message>
            <source>Accepted, but nothing on the phone?</source>
            <translation>已受理，但手机上没有显示？</translation>
        </message>
        <message>
            <source>Push Kit took the message for {device}. From here on only the phone and Push Kit’s receipts know more. Look at these in order:</source>
            <translation>Push Kit 已受理发往 {device} 的消息。之后的情况只有手机和消息回执知道。请依次检查：</translation>
        </message>
        <message>
            <source>The answer for {device} was lost: perhaps Push Kit never took the message. If it did, look at these in order:</source>
            <translation>{device} 的响应丢失：Push Kit 可能并未受理该消息。若已受理，请依次检查：</translation>
        </message>
        <message>
            <source>Not the cause, judging by this send:</source>
            <translation>根据本次发送，可排除：</translation>
        </message>
        <message>
            <source>Copy request ID and token</source>
            <translation>复制 requestId 和 Token</translation>
        </message>
        <message>
            <source>For the message analysis in AppGallery Connect &gt; Push Kit</source>
            <translation>用于 AppGallery Connect &gt;“推送服务”的自助分析</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>ChoiceEditor</name>
        <message>
            <source>not set</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>default: {value}</source>
            <translation>默认：{value}</translation>
        </message>
    </context>
    <context>
        <name>CodeEdit</name>
        <message>
            <source>Fold</source>
            <translation>折叠</translation>
        </message>
        <message>
            <source>Unfold</source>
            <translation>展开</translation>
        </message>
        <message>
            <source>Fold all</source>
            <translation>全部折叠</translation>
        </message>
        <message>
            <source>Unfold all</source>
            <translation>全部展开</translation>
        </message>
    </context>
    <context>
        <name>CodePage</name>
        <message>
            <source>… 1 line</source>
            <translation>… 1 行</translation>
        </message>
        <message>
            <source>… {count} lines</source>
            <translation>… {count} 行</translation>
        </message>
    </context>
    <context>
        <name>ColourEditor</name>
        <message>
            <source>Choose a colour (Alt+Down)</source>
            <translation>选择颜色（Alt+Down）</translation>
        </message>
    </context>
    <context>
        <name>ColumnChooser</name>
        <message>
            <source>Tokens in</source>
            <translation>Token 所在列</translation>
        </message>
        <message>
            <source>Names in</source>
            <translation>名称所在列</translation>
        </message>
        <message>
            <source>Tags in</source>
            <translation>标签所在列</translation>
        </message>
        <message>
            <source>Notes in</source>
            <translation>备注所在列</translation>
        </message>
        <message>
            <source>Languages in</source>
            <translation>语言所在列</translation>
        </message>
        <message>
            <source>The first row holds names</source>
            <translation>首行为列名</translation>
        </message>
        <message>
            <source>every cell</source>
            <translation>每个单元格</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>column {number}</source>
            <translation>第 {number} 列</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Request of “{title}”</source>
            <translation>“{title}”的请求</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>复制为文本</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>之前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>之后</translation>
        </message>
        <message>
            <source>No difference.</source>
            <translation>没有差异。</translation>
        </message>
    </context>
    <context>
        <name>CompareModel</name>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Request headers</source>
            <translation>请求头</translation>
        </message>
        <message>
            <source>Answer: status</source>
            <translation>响应：状态</translation>
        </message>
        <message>
            <source>Answer: headers</source>
            <translation>响应：响应头</translation>
        </message>
        <message>
            <source>Answer: body</source>
            <translation>响应：响应体</translation>
        </message>
        <message>
            <source>+ Added</source>
            <translation>+ 新增</translation>
        </message>
        <message>
            <source>− Removed</source>
            <translation>− 删除</translation>
        </message>
        <message>
            <source>~ Changed</source>
            <translation>~ 更改</translation>
        </message>
        <message>
            <source>no difference</source>
            <translation>无差异</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>What</source>
            <translation>变化</translation>
        </message>
    </context>
    <context>
        <name>Comparing</name>
        <message>
            <source>The draft</source>
            <translation>草稿</translation>
        </message>
    </context>
    <context>
        <name>CompletionPopup</name>
        <message>
            <source>What can stand here</source>
            <translation>此处可填的内容</translation>
        </message>
    </context>
    <context>
        <name>ComposerPanel</name>
        <message>
            <source>This kind of message has nothing to set here.</source>
            <translation>这类消息在此没有可设置的内容。</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
    </context>
    <context>
        <name>ComposerTabs</name>
        <message>
            <source>Parts of the message</source>
            <translation>消息的各部分</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>点击行为</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>下发</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
    </context>
    <context>
        <name>ConfirmBar</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Connecting</name>
        <message>
            <source>The project of this send is no longer there.</source>
            <translation>此次发送所属的项目已不存在。</translation>
        </message>
        <message>
            <source>The sandbox is on this computer: it needs no proxy and no certificate. Choose another project to set its connection.</source>
            <translation>沙箱就在本机，不需要代理和证书。请选择其他项目来设置连接。</translation>
        </message>
    </context>
    <context>
        <name>ConnectionDialog</name>
        <message>
            <source>Connection of {name}</source>
            <translation>{name} 的连接设置</translation>
        </message>
        <message>
            <source>Test connection</source>
            <translation>测试连接</translation>
        </message>
        <message>
            <source>Usually there is nothing to set here. If the test fails in a company network, ask your IT for a proxy or a CA file.</source>
            <translation>通常无需设置。如果在公司网络中测试失败，请向 IT 部门索取代理地址或 CA 文件。</translation>
        </message>
        <message>
            <source>Parts of the connection</source>
            <translation>连接设置的分类</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待时间</translation>
        </message>
        <message>
            <source>Testing…</source>
            <translation>正在测试…</translation>
        </message>
        <message>
            <source>No message and no credential is sent.</source>
            <translation>不会发送消息或凭据。</translation>
        </message>
    </context>
    <context>
        <name>ConnectionJoins</name>
        <message>
            <source>Kept in memory only: what is typed here is gone when the program ends.</source>
            <translation>仅保存在内存中：在此输入的内容会在程序退出时清除。</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>The report holds no secret, no token and no text of a message.</source>
            <translation>报告中不含密钥、Token，也不含消息内容。</translation>
        </message>
        <message>
            <source>Since then it broke again. Times: {count}.</source>
            <translation>此后又出错 {count} 次。</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Something inside this program broke</source>
            <translation>程序内部出错了</translation>
        </message>
        <message>
            <source>This program broke and has to end</source>
            <translation>程序出错，必须结束</translation>
        </message>
        <message>
            <source>Your draft is kept as of your last pause. Start the program again. If it breaks once more, copy the report and send it to whoever gave you this program.</source>
            <translation>草稿已保存到您上一次停顿时的状态。请重新启动程序。如果再次出错，请复制报告并发给向您提供本程序的人。</translation>
        </message>
        <message>
            <source>You can go on. If something looks wrong from here on, close the program and start it again. To have it mended, copy the report and send it to whoever gave you this program.</source>
            <translation>您可以继续使用。如果此后有异常，请关闭程序并重新启动。若要修复此问题，请复制报告并发给向您提供本程序的人。</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>&amp;Copy the report</source>
            <translation>复制报告(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Open the log folder</source>
            <translation>打开日志文件夹(&amp;O)</translation>
        </message>
        <message>
            <source>Close the &amp;program</source>
            <translation>关闭程序(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
    </context>
    <context>
        <name>CrashTelling</name>
        <message>
            <source>Something inside this program broke at the same place again.</source>
            <translation>程序内部在同一处再次出错。</translation>
        </message>
        <message>
            <source>Show the report</source>
            <translation>查看报告</translation>
        </message>
        <message>
            <source>Your draft is kept.</source>
            <translation>您的草稿已保存。</translation>
        </message>
        <message>
            <source>Your draft could not be written to the disk: copy it from the tab JSON before you close the program.</source>
            <translation>草稿未能写入磁盘：关闭程序前，请从“JSON”页签复制。</translation>
        </message>
    </context>
    <context>
        <name>CutOff</name>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>不再继续</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续发送</translation>
        </message>
        <message>
            <source>Its project is gone or has another environment now: the rest cannot go on.</source>
            <translation>其项目已删除或已改为其他环境，余下部分无法继续发送。</translation>
        </message>
        <message>
            <source>Cut off before it: {count}.</source>
            <translation>更早中断的还有 {count} 次。</translation>
        </message>
        <message>
            <source>The send of {time} was cut off: “{title}” through {project} ({environment}). Not sent: {left}, unknown: {unknown}, of {total}.</source>
            <translation>{time} 的发送中途中断：通过 {project}（{environment}）发送的“{title}”。共 {total} 台，未发送 {left} 台，未知 {unknown} 台。</translation>
        </message>
        <message>
            <source>a message that shows nothing</source>
            <translation>一条不展示的消息</translation>
        </message>
        <message>
            <source>Unknown since the send of {time} was cut off: {count}. They are not sent to again, for the message may have arrived.</source>
            <translation>{time} 的发送中断后有 {count} 台结果未知。消息可能已送达，因此不会再次向它们发送。</translation>
        </message>
        <message>
            <source>Copy their tokens</source>
            <translation>复制这些 Token</translation>
        </message>
    </context>
    <context>
        <name>DataDelegate</name>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>键</translation>
        </message>
    </context>
    <context>
        <name>DataFaces</name>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文本</translation>
        </message>
    </context>
    <context>
        <name>DataModel</name>
        <message>
            <source>Key</source>
            <translation>键</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>text</source>
            <translation>文本</translation>
        </message>
        <message>
            <source>number</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>true/false</source>
            <translation>true/false</translation>
        </message>
        <message>
            <source>null</source>
            <translation>null</translation>
        </message>
        <message>
            <source>object</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>list</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>1 key</source>
            <translation>1 个键</translation>
        </message>
        <message>
            <source>{count} keys</source>
            <translation>{count} 个键</translation>
        </message>
        <message>
            <source>1 entry</source>
            <translation>1 项</translation>
        </message>
        <message>
            <source>{count} entries</source>
            <translation>{count} 项</translation>
        </message>
    </context>
    <context>
        <name>DataRows</name>
        <message>
            <source>Unfold into rows</source>
            <translation>展开为行</translation>
        </message>
        <message>
            <source>Make text</source>
            <translation>转为文本</translation>
        </message>
        <message>
            <source>Turn the rows inside into one text of JSON</source>
            <translation>将其中的各行转为一段 JSON 文本</translation>
        </message>
        <message>
            <source>Add row</source>
            <translation>添加行</translation>
        </message>
        <message>
            <source>Add a row below (Insert)</source>
            <translation>在下方添加一行（Insert）</translation>
        </message>
        <message>
            <source>Add a row inside (Ctrl+Insert)</source>
            <translation>在内部添加一行（Ctrl+Insert）</translation>
        </message>
        <message>
            <source>Duplicate the row</source>
            <translation>复制此行</translation>
        </message>
        <message>
            <source>Remove the row (Delete)</source>
            <translation>移除此行（Delete）</translation>
        </message>
        <message>
            <source>Move the row up (Alt+Up)</source>
            <translation>上移此行（Alt+Up）</translation>
        </message>
        <message>
            <source>Move the row down (Alt+Down)</source>
            <translation>下移此行（Alt+Down）</translation>
        </message>
        <message>
            <source>The text of “{key}” is JSON.</source>
            <translation>“{key}”的文本是 JSON。</translation>
        </message>
        <message>
            <source>key</source>
            <translation>键</translation>
        </message>
    </context>
    <context>
        <name>DataTree</name>
        <message>
            <source>Data as rows</source>
            <translation>以行显示的数据</translation>
        </message>
        <message>
            <source>No data yet. “Add row” (Insert) begins with a key and a value; Ctrl+V takes JSON from the clipboard.</source>
            <translation>还没有数据。“添加行”（Insert）从一个键和值开始；Ctrl+V 可粘贴剪贴板中的 JSON。</translation>
        </message>
    </context>
    <context>
        <name>DataView</name>
        <message>
            <source>Until it is mended, nothing is sent.</source>
            <translation>修好之前不会发送。</translation>
        </message>
        <message>
            <source>This is no JSON object or list, so it has no rows.</source>
            <translation>这不是 JSON 对象或列表，因此没有行。</translation>
        </message>
    </context>
    <context>
        <name>DataWire</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the data as it is sent</source>
            <translation>复制实际发送的数据</translation>
        </message>
        <message>
            <source>The data as it is sent</source>
            <translation>实际发送的数据</translation>
        </message>
        <message>
            <source>No data: {place} is left out.</source>
            <translation>没有数据：省略 {place}。</translation>
        </message>
        <message>
            <source>Travels as text in {place}, {size} bytes:</source>
            <translation>以文本形式放在 {place} 中，{size} 字节：</translation>
        </message>
        <message>
            <source>Travels as an object in {place}, {size} bytes:</source>
            <translation>以对象形式放在 {place} 中，{size} 字节：</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>Sandbox</source>
            <translation>沙箱</translation>
        </message>
        <message>
            <source>Opening the system keyring…</source>
            <translation>正在打开系统密钥环…</translation>
        </message>
        <message>
            <source>Phone of Li Lei</source>
            <translation>李雷的手机</translation>
        </message>
        <message>
            <source>Tablet in the lab</source>
            <translation>实验室的平板</translation>
        </message>
        <message>
            <source>My own phone</source>
            <translation>我自己的手机</translation>
        </message>
        <message>
            <source>Old phone (app was removed)</source>
            <translation>旧手机（应用已卸载）</translation>
        </message>
        <message>
            <source>Phone of another region</source>
            <translation>其他区域的手机</translation>
        </message>
        <message>
            <source>The disk takes everything again: nothing was lost.</source>
            <translation>磁盘又可写入了：没有丢失任何内容。</translation>
        </message>
    </context>
    <context>
        <name>DeviceCells</name>
        <message>
            <source>Dead</source>
            <translation>已失效</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Dead: {reason} It is marked only, and stays in the list.</source>
            <translation>已失效：{reason} 仅作标记，仍保留在列表中。</translation>
        </message>
        <message>
            <source>An app gets a new token when it is installed again, data or AAID are deleted, the phone is reset or restored, or goes from HarmonyOS 4 to 5: take the new one from the app.</source>
            <translation>重新安装应用、清除数据或 AAID、恢复出厂设置或从备份恢复、从 HarmonyOS 4 升级到 5 后，应用会得到新的 Token：请从应用中获取新的 Token。</translation>
        </message>
        <message>
            <source>Nothing was sent to it yet.</source>
            <translation>尚未向其发送过消息。</translation>
        </message>
        <message>
            <source>Last outcome</source>
            <translation>上次结果</translation>
        </message>
    </context>
    <context>
        <name>DeviceDeeds</name>
        <message>
            <source>Devices removed: {count}.</source>
            <translation>已移除设备：{count}。</translation>
        </message>
        <message>
            <source>Dead devices that are no longer chosen: {count}.</source>
            <translation>已取消勾选的失效设备：{count} 台。</translation>
        </message>
        <message>
            <source>Chosen now: {count}.</source>
            <translation>现在已选：{count} 台。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Devices whose tags changed: {count}.</source>
            <translation>已更改标签的设备：{count} 台。</translation>
        </message>
    </context>
    <context>
        <name>DeviceEditor</name>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭 (Esc)</translation>
        </message>
        <message>
            <source>Close the details</source>
            <translation>关闭详情</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>such as testers, beta</source>
            <translation>例如 测试组, beta</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>such as zh-Hans</source>
            <translation>例如 zh-Hans</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Give these tags to all selected devices</source>
            <translation>为所有选中的设备添加这些标签</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Take these tags from all selected devices</source>
            <translation>从所有选中的设备移除这些标签</translation>
        </message>
        <message>
            <source>{count} devices</source>
            <translation>{count} 台设备</translation>
        </message>
        <message>
            <source>Tags of these: {tags}</source>
            <translation>这些设备的标签：{tags}</translation>
        </message>
    </context>
    <context>
        <name>DeviceExports</name>
        <message>
            <source>It holds push tokens: give it only to who may have them.</source>
            <translation>其中包含 Push Token，请仅提供给有权获取的人。</translation>
        </message>
    </context>
    <context>
        <name>DeviceFinder</name>
        <message>
            <source>Search devices</source>
            <translation>搜索设备</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Looks at names, push tokens, tags and notes</source>
            <translation>在名称、Push Token、标签和备注中查找</translation>
        </message>
        <message>
            <source>List of devices</source>
            <translation>设备列表</translation>
        </message>
        <message>
            <source>{list} · {count}</source>
            <translation>{list} · {count}</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>Failed last time</source>
            <translation>上次失败</translation>
        </message>
        <message>
            <source>Unknown last time</source>
            <translation>上次未知</translation>
        </message>
        <message>
            <source>Accepted last time</source>
            <translation>上次已受理</translation>
        </message>
        <message>
            <source>Never used</source>
            <translation>从未使用</translation>
        </message>
        <message>
            <source>Dead</source>
            <translation>已失效</translation>
        </message>
        <message>
            <source>Tag: {tag}</source>
            <translation>标签：{tag}</translation>
        </message>
    </context>
    <context>
        <name>DeviceListModel</name>
        <message>
            <source>Device {number}</source>
            <translation>设备 {number}</translation>
        </message>
    </context>
    <context>
        <name>DeviceMenu</name>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Copy push token</source>
            <translation>复制 Push Token</translation>
        </message>
        <message>
            <source>Choose the selected</source>
            <translation>勾选选中的设备</translation>
        </message>
        <message>
            <source>Do not choose the selected</source>
            <translation>取消勾选选中的设备</translation>
        </message>
        <message>
            <source>Do not choose these listed</source>
            <translation>取消勾选列出的设备</translation>
        </message>
        <message>
            <source>Export the listed</source>
            <translation>导出列出的设备</translation>
        </message>
        <message>
            <source>Export the selected</source>
            <translation>导出选中的设备</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Push tokens, one a line (txt)…</source>
            <translation>Push Token，每行一个（txt）…</translation>
        </message>
        <message>
            <source>Table with push tokens (CSV)…</source>
            <translation>含 Push Token 的表格（CSV）…</translation>
        </message>
        <message>
            <source>JSON with push tokens…</source>
            <translation>含 Push Token 的 JSON…</translation>
        </message>
    </context>
    <context>
        <name>DeviceRows</name>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Last outcome</source>
            <translation>上次结果</translation>
        </message>
        <message>
            <source>Push token</source>
            <translation>Push Token</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
    </context>
    <context>
        <name>DeviceTable</name>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
    </context>
    <context>
        <name>DevicesPanel</name>
        <message>
            <source>Show all devices</source>
            <translation>显示全部设备</translation>
        </message>
        <message>
            <source>Choose these</source>
            <translation>勾选这些</translation>
        </message>
        <message>
            <source>Choose all devices that are listed</source>
            <translation>勾选列出的所有设备</translation>
        </message>
        <message>
            <source>None</source>
            <translation>全不选</translation>
        </message>
        <message>
            <source>Choose no device</source>
            <translation>不选任何设备</translation>
        </message>
        <message>
            <source>Choose no device, listed or not</source>
            <translation>取消勾选所有设备，无论是否列出</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove the selected devices (Del)</source>
            <translation>移除选中的设备（Del）</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Details, tags, export</source>
            <translation>详情、标签、导出</translation>
        </message>
        <message>
            <source>Untick the dead ({count})</source>
            <translation>取消勾选失效设备（{count}）</translation>
        </message>
        <message>
            <source>No device here matches.</source>
            <translation>没有匹配的设备。</translation>
        </message>
        <message>
            <source>Reading the device book…</source>
            <translation>正在读取设备簿…</translation>
        </message>
        <message>
            <source>No devices yet. Paste push tokens above; the app gets its token from pushService.getToken().</source>
            <translation>还没有设备。请在上方粘贴 Push Token；应用通过 pushService.getToken() 获取 Token。</translation>
        </message>
        <message>
            <source>Chosen: {count} of {total}</source>
            <translation>已选：{count} / {total}</translation>
        </message>
        <message>
            <source>looking…</source>
            <translation>正在查找…</translation>
        </message>
        <message>
            <source>listed: {count}</source>
            <translation>列出：{count}</translation>
        </message>
    </context>
    <context>
        <name>DiskNews</name>
        <message>
            <source>{reason} Your message is kept here.</source>
            <translation>{reason}您的消息保留在此。</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>重新保存</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>保留我的</translation>
        </message>
        <message>
            <source>{name} was changed by another program, and is no message any more. Your message is kept here; saving asks before it replaces the file.</source>
            <translation>{name} 已被其他程序修改，且不再是消息。您的消息保留在此；保存时会先询问是否替换该文件。</translation>
        </message>
        <message>
            <source>{name} was changed by another program. Reload takes what it holds now; Undo brings back what is here.</source>
            <translation>{name} 已被其他程序修改。“重新载入”采用文件现在的内容；“撤销”可恢复此处的内容。</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>重新载入</translation>
        </message>
    </context>
    <context>
        <name>DoctorDialog</name>
        <message>
            <source>Credential check: {name}</source>
            <translation>凭据检查：{name}</translation>
        </message>
        <message>
            <source>new project</source>
            <translation>新项目</translation>
        </message>
        <message>
            <source>Looking at it…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Copied. The report holds no key and no secret.</source>
            <translation>已复制。报告中不含密钥和 Client Secret。</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <source>Ask Push Kit</source>
            <translation>联网检查</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>So far nothing was sent. “Ask Push Kit” makes one call to a token that no device has: nothing can reach anybody.</source>
            <translation>目前没有发送任何内容。“联网检查”会向 Push Kit 发起一次请求，所用 Token 不属于任何设备，不会有人收到消息。</translation>
        </message>
        <message>
            <source>Asking Push Kit…</source>
            <translation>正在联网检查…</translation>
        </message>
        <message>
            <source>Asked at {time}.</source>
            <translation>联网检查时间：{time}。</translation>
        </message>
        <message>
            <source>There is nothing to ask with: give a credential and its ID.</source>
            <translation>无法联网检查：请先提供凭据及其 ID。</translation>
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>The sandbox is starting…</source>
            <translation>沙箱正在启动…</translation>
        </message>
        <message>
            <source>The sandbox could not open a port ({detail}).</source>
            <translation>沙箱无法打开端口（{detail}）。</translation>
        </message>
    </context>
    <context>
        <name>EntryCard</name>
        <message>
            <source>{name} {number}</source>
            <translation>{name} {number}</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>This is no object. See the JSON view.</source>
            <translation>这不是对象，请查看 JSON 视图。</translation>
        </message>
    </context>
    <context>
        <name>Environment</name>
        <message>
            <source>SANDBOX</source>
            <translation>沙箱</translation>
        </message>
        <message>
            <source>TEST</source>
            <translation>测试</translation>
        </message>
        <message>
            <source>FORMAL</source>
            <translation>正式</translation>
        </message>
    </context>
    <context>
        <name>Exchange</name>
        <message>
            <source>… and {count} more tokens</source>
            <translation>… 另有 {count} 个 Token</translation>
        </message>
    </context>
    <context>
        <name>ExplainPage</name>
        <message>
            <source>Explain</source>
            <translation>解释</translation>
        </message>
        <message>
            <source>What an answer means, its likely causes in order, and what to do.</source>
            <translation>响应的含义、按可能性排列的原因，以及处理方法。</translation>
        </message>
        <message>
            <source>The request as a whole</source>
            <translation>整个请求</translation>
        </message>
        <message>
            <source>Push Kit’s own words: {words}</source>
            <translation>Push Kit 原文：{words}</translation>
        </message>
        <message>
            <source>{reason} · devices: {count}</source>
            <translation>{reason} · 设备：{count}</translation>
        </message>
        <message>
            <source>Push Kit took the recall. What is not yet delivered is dropped, and what lies untouched on a phone disappears; what was tapped or removed stays as it is, and so does the badge.</source>
            <translation>Push Kit 已接受撤回。尚未送达的消息不再下发，手机上未处理的通知会消失；已点击或已清除的保持不变，角标也不变。</translation>
        </message>
        <message>
            <source>{device}: {outcome}</source>
            <translation>{device}：{outcome}</translation>
        </message>
        <message>
            <source>Push Kit took the recall for this device.</source>
            <translation>Push Kit 已接受对此设备的撤回。</translation>
        </message>
        <message>
            <source>Push Kit took the message for this device.</source>
            <translation>Push Kit 已受理发往该设备的消息。</translation>
        </message>
        <message>
            <source>Push Kit took the message for this device. That is no delivery yet: the phone may be offline, or may not show it.</source>
            <translation>Push Kit 已受理发往该设备的消息，但这不等于送达：手机可能离线，或不显示该消息。</translation>
        </message>
        <message>
            <source>What the receipt of this device says</source>
            <translation>该设备的回执</translation>
        </message>
        <message>
            <source>{name} is not in our list.</source>
            <translation>{name} 不在已知列表中。</translation>
        </message>
        <message>
            <source>Likely causes, the likeliest first:</source>
            <translation>可能的原因（按可能性排列）：</translation>
        </message>
    </context>
    <context>
        <name>ExplainTools</name>
        <message>
            <source>Nothing on the phone?</source>
            <translation>手机上没有显示？</translation>
        </message>
        <message>
            <source>Accepted, but nothing shows: what to look at, in order</source>
            <translation>已受理但没有显示：依次检查的事项</translation>
        </message>
        <message>
            <source>Check the credential</source>
            <translation>检查凭据</translation>
        </message>
        <message>
            <source>Look at key, secret, IDs and clock; sends nothing</source>
            <translation>检查密钥、Client Secret、ID 和时钟；不发送任何内容</translation>
        </message>
        <message>
            <source>Project…</source>
            <translation>项目…</translation>
        </message>
        <message>
            <source>The addresses of this project</source>
            <translation>此项目的地址</translation>
        </message>
        <message>
            <source>Connection…</source>
            <translation>连接设置…</translation>
        </message>
        <message>
            <source>Proxy, certificates and waiting of this project</source>
            <translation>此项目的代理、证书和等待时间</translation>
        </message>
    </context>
    <context>
        <name>Fate</name>
        <message>
            <source>Your choice</source>
            <translation>待选择</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>已舍弃</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已更改</translation>
        </message>
        <message>
            <source>Mapped</source>
            <translation>已对应</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>已排除</translation>
        </message>
        <message>
            <source>Firebase message (HTTP v1)</source>
            <translation>Firebase 消息（HTTP v1）</translation>
        </message>
        <message>
            <source>Firebase message (legacy HTTP)</source>
            <translation>Firebase 消息（旧版 HTTP）</translation>
        </message>
        <message>
            <source>Apple push payload (APNs)</source>
            <translation>Apple 推送消息体（APNs）</translation>
        </message>
        <message>
            <source>Push Kit message, v1 or v2</source>
            <translation>Push Kit 消息，v1 或 v2</translation>
        </message>
        <message>
            <source>Push Kit message, v3</source>
            <translation>Push Kit 消息，v3</translation>
        </message>
        <message>
            <source>Message file of this app</source>
            <translation>本应用的消息文件</translation>
        </message>
        <message>
            <source>{message}, in a command for {shell}</source>
            <translation>{message}，位于 {shell} 命令中</translation>
        </message>
        <message>
            <source>To choose from: {options}</source>
            <translation>可选：{options}</translation>
        </message>
    </context>
    <context>
        <name>FateChips</name>
        <message>
            <source>Show only: {fate}</source>
            <translation>仅显示：{fate}</translation>
        </message>
    </context>
    <context>
        <name>FieldRow</name>
        <message>
            <source>right</source>
            <translation>需权益</translation>
        </message>
        <message>
            <source>deprecated</source>
            <translation>已废弃</translation>
        </message>
        <message>
            <source>Let through, but no longer offered.</source>
            <translation>仍可发送，但不再提供选择。</translation>
        </message>
        <message>
            <source>required</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>Push Kit refuses the message without it.</source>
            <translation>缺少它，Push Kit 会拒绝该消息。</translation>
        </message>
        <message>
            <source>Example: {value}</source>
            <translation>示例：{value}</translation>
        </message>
        <message>
            <source>Since HarmonyOS {version}.</source>
            <translation>自 HarmonyOS {version} 起支持。</translation>
        </message>
        <message>
            <source>Something else stands here: see the JSON view.</source>
            <translation>此处是其他内容，请查看 JSON 视图。</translation>
        </message>
    </context>
    <context>
        <name>FileDialogs</name>
        <message>
            <source>Export devices with their push tokens</source>
            <translation>导出设备及其 Push Token</translation>
        </message>
        <message>
            <source>Texts (*.txt);;All files (*)</source>
            <translation>文本 (*.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>CSV tables (*.csv);;All files (*)</source>
            <translation>CSV 表格 (*.csv);;所有文件 (*)</translation>
        </message>
        <message>
            <source>JSON (*.json);;All files (*)</source>
            <translation>JSON (*.json);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Export results</source>
            <translation>导出结果</translation>
        </message>
        <message>
            <source>JUnit XML (*.xml);;All files (*)</source>
            <translation>JUnit XML (*.xml);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Markdown (*.md);;All files (*)</source>
            <translation>Markdown (*.md);;所有文件 (*)</translation>
        </message>
        <message>
            <source>HTML pages (*.html);;All files (*)</source>
            <translation>HTML 网页 (*.html);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Open message</source>
            <translation>打开消息</translation>
        </message>
        <message>
            <source>Save message as</source>
            <translation>消息另存为</translation>
        </message>
        <message>
            <source>Message files (*.json);;All files (*)</source>
            <translation>消息文件 (*.json);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Import texts</source>
            <translation>导入文本</translation>
        </message>
        <message>
            <source>Export texts</source>
            <translation>导出文本</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
            <translation>表格 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Import devices</source>
            <translation>导入设备</translation>
        </message>
        <message>
            <source>Export devices</source>
            <translation>导出设备</translation>
        </message>
        <message>
            <source>Lists of tokens (*.txt *.csv *.tsv *.json *.jsonl *.xlsx *.xls *.ods);;All files (*)</source>
            <translation>Token 列表 (*.txt *.csv *.tsv *.json *.jsonl *.xlsx *.xls *.ods);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Open device log</source>
            <translation>打开设备日志</translation>
        </message>
        <message>
            <source>Save device log</source>
            <translation>保存设备日志</translation>
        </message>
        <message>
            <source>Logs (*.log *.txt *.gz);;All files (*)</source>
            <translation>日志 (*.log *.txt *.gz);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Open receipts</source>
            <translation>打开回执</translation>
        </message>
        <message>
            <source>Save receipts</source>
            <translation>保存回执</translation>
        </message>
        <message>
            <source>Callback bodies and logs (*.json *.jsonl *.txt *.log);;All files (*)</source>
            <translation>回调消息体与日志 (*.json *.jsonl *.txt *.log);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Open what is to be converted</source>
            <translation>打开要转换的内容</translation>
        </message>
        <message>
            <source>Save what was converted</source>
            <translation>保存转换结果</translation>
        </message>
        <message>
            <source>Messages and commands (*.json *.txt *.apns *.sh *.ps1 *.cmd *.bat);;All files (*)</source>
            <translation>消息和命令 (*.json *.txt *.apns *.sh *.ps1 *.cmd *.bat);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Import project</source>
            <translation>导入项目</translation>
        </message>
        <message>
            <source>Export project</source>
            <translation>导出项目</translation>
        </message>
        <message>
            <source>Project files (*.json);;All files (*)</source>
            <translation>项目文件 (*.json);;所有文件 (*)</translation>
        </message>
    </context>
    <context>
        <name>FileMenu</name>
        <message>
            <source>&amp;New message</source>
            <translation>新建消息(&amp;N)</translation>
        </message>
        <message>
            <source>New fro&amp;m sample…</source>
            <translation>从示例新建(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>打开(&amp;O)…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>打开最近的文件(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>Save &amp;as…</source>
            <translation>另存为(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Duplicate</source>
            <translation>创建副本(&amp;D)</translation>
        </message>
    </context>
    <context>
        <name>FileWriting</name>
        <message>
            <source>{name} is written.</source>
            <translation>已写入 {name}。</translation>
        </message>
        <message>
            <source>{name} is there already. Exporting replaces it.</source>
            <translation>{name} 已存在，导出将替换该文件。</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>Untitled</source>
            <translation>未命名</translation>
        </message>
    </context>
    <context>
        <name>Filing</name>
        <message>
            <source>New message</source>
            <translation>新建消息</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>创建副本</translation>
        </message>
        <message>
            <source>This is a copy now, in no file yet. Save gives it one.</source>
            <translation>现在是一份副本，尚未存入文件。保存后即有文件。</translation>
        </message>
        <message>
            <source>One file at a time: {name} is opened, the other files are not.</source>
            <translation>一次只能打开一个文件：已打开 {name}，其他文件未打开。</translation>
        </message>
        <message>
            <source>New from sample</source>
            <translation>从示例新建</translation>
        </message>
        <message>
            <source>Paste from elsewhere</source>
            <translation>从其他来源粘贴</translation>
        </message>
        <message>
            <source>Drafts put away and now forgotten: {count}.</source>
            <translation>已放弃的旧草稿：{count}。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Open file</source>
            <translation>打开文件</translation>
        </message>
        <message>
            <source>The JSON is broken, so {name} got the last good message. What you typed since is kept here. Mend the JSON, then save again.</source>
            <translation>JSON 有误，因此 {name} 中保存的是上一次正确的消息。此后输入的内容保留在此。请修好 JSON 后再次保存。</translation>
        </message>
        <message>
            <source>{name} was changed by another program since it was opened here. Saving puts your message in its place.</source>
            <translation>{name} 在此打开之后已被其他程序修改。保存将以您的消息取代它。</translation>
        </message>
        <message>
            <source>Save over it</source>
            <translation>仍要保存</translation>
        </message>
        <message>
            <source>{name} is there already. Saving replaces it.</source>
            <translation>{name} 已存在，保存将替换它。</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <source>Take them to Devices</source>
            <translation>移到“设备”</translation>
        </message>
        <message>
            <source>{name} held push tokens: {count}. A message holds none, and saving writes none. Devices keeps them.</source>
            <translation>{name} 中含有 {count} 个 Push Token。消息不包含 Token，保存时也不会写入。Token 由“设备”保管。</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find in this text</source>
            <translation>在此文本中查找</translation>
        </message>
        <message>
            <source>Previous place (Shift+F3)</source>
            <translation>上一处（Shift+F3）</translation>
        </message>
        <message>
            <source>Next place (F3)</source>
            <translation>下一处（F3）</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} / {count}</translation>
        </message>
    </context>
    <context>
        <name>Finding</name>
        <message>
            <source>This code is not in our catalogue. Look for it in Huawei’s documents.</source>
            <translation>目录中没有此错误码，请查阅华为文档。</translation>
        </message>
    </context>
    <context>
        <name>FindingList</name>
        <message>
            <source>Found</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>How sure</source>
            <translation>可信度</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>行</translation>
        </message>
    </context>
    <context>
        <name>FindingRows</name>
        <message>
            <source>fine</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>look at it</source>
            <translation>需留意</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>could not tell</source>
            <translation>无法判断</translation>
        </message>
        <message>
            <source>Key file</source>
            <translation>密钥文件</translation>
        </message>
        <message>
            <source>Private key</source>
            <translation>私钥</translation>
        </message>
        <message>
            <source>Token (JWT) made of it</source>
            <translation>由其生成的令牌 (JWT)</translation>
        </message>
        <message>
            <source>Client ID and secret</source>
            <translation>Client ID 和 Client Secret</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时钟</translation>
        </message>
        <message>
            <source>Asked Push Kit</source>
            <translation>联网检查</translation>
        </message>
    </context>
    <context>
        <name>FindingSummary</name>
        <message>
            <source>Nothing is wrong: {count} things looked at.</source>
            <translation>没有问题：共检查 {count} 项。</translation>
        </message>
        <message>
            <source>Nothing is wrong; to look at: {count}.</source>
            <translation>没有错误；需留意 {count} 项。</translation>
        </message>
        <message>
            <source>Wrong: {count}.</source>
            <translation>错误：{count} 项。</translation>
        </message>
        <message>
            <source>Could not tell: {count}.</source>
            <translation>无法判断：{count} 项。</translation>
        </message>
    </context>
    <context>
        <name>Forgetting</name>
        <message>
            <source>A send under way cannot be forgotten. Stop it first.</source>
            <translation>正在进行的发送不能忘记。请先停止它。</translation>
        </message>
        <message>
            <source>Forgotten: {count}. Gone for good in a minute.</source>
            <translation>已忘记：{count} 次发送，一分钟后彻底删除。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>No send without a star is older than {count} days.</source>
            <translation>没有早于 {count} 天且未加星标的发送。</translation>
        </message>
        <message>
            <source>Forgotten: {count} old sends, by what you keep (Send, Settings…). Those with a star stay.</source>
            <translation>已按保留设置（“发送”&gt;“设置…”）忘记 {count} 次旧的发送。加星标的保留。</translation>
        </message>
    </context>
    <context>
        <name>GalleryDialog</name>
        <message>
            <source>New from sample</source>
            <translation>从示例新建</translation>
        </message>
        <message>
            <source>Use this sample</source>
            <translation>使用此示例</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>It opens as a new message; Undo brings back the one before.</source>
            <translation>将作为新消息打开；撤销可恢复之前的消息。</translation>
        </message>
    </context>
    <context>
        <name>HandMenus</name>
        <message>
            <source>cURL for bash</source>
            <translation>cURL（bash）</translation>
        </message>
        <message>
            <source>cURL for PowerShell</source>
            <translation>cURL（PowerShell）</translation>
        </message>
        <message>
            <source>cURL for cmd</source>
            <translation>cURL（cmd）</translation>
        </message>
        <message>
            <source>Python (httpx)</source>
            <translation>Python（httpx）</translation>
        </message>
        <message>
            <source>TypeScript (fetch)</source>
            <translation>TypeScript（fetch）</translation>
        </message>
        <message>
            <source>Java (java.net.http)</source>
            <translation>Java（java.net.http）</translation>
        </message>
        <message>
            <source>Table (CSV)…</source>
            <translation>表格（CSV）…</translation>
        </message>
        <message>
            <source>JSON…</source>
            <translation>JSON…</translation>
        </message>
        <message>
            <source>JUnit XML…</source>
            <translation>JUnit XML…</translation>
        </message>
        <message>
            <source>Bug report (Markdown)…</source>
            <translation>缺陷报告（Markdown）…</translation>
        </message>
        <message>
            <source>Bug report (HTML)…</source>
            <translation>缺陷报告（HTML）…</translation>
        </message>
    </context>
    <context>
        <name>HandingOver</name>
        <message>
            <source>Include push tokens</source>
            <translation>包含 Push Token</translation>
        </message>
        <message>
            <source>Export ▾</source>
            <translation>导出 ▾</translation>
        </message>
        <message>
            <source>Write the results into a file, for a table, a CI server, a ticket</source>
            <translation>将结果写入文件，用于表格、CI 服务器或缺陷单</translation>
        </message>
        <message>
            <source>The bug report is copied as Markdown.</source>
            <translation>缺陷报告已按 Markdown 复制。</translation>
        </message>
        <message>
            <source>Choose a project first: it says where a request goes.</source>
            <translation>请先选择项目：请求发往何处由项目决定。</translation>
        </message>
        <message>
            <source>Copied: {form}. Put a bearer into the variable HMPUSH_TOKEN to run it.</source>
            <translation>已复制：{form}。运行前请将鉴权令牌放入变量 HMPUSH_TOKEN。</translation>
        </message>
        <message>
            <source>Copied, but longer than the 8191 characters that cmd takes. Copy it for PowerShell, or send to fewer devices at a time.</source>
            <translation>已复制，但超过 cmd 可接受的 8191 个字符。请复制为 PowerShell，或减少单次发送的设备数。</translation>
        </message>
        <message>
            <source>It holds push tokens: give it only to who may have them.</source>
            <translation>其中包含 Push Token，请仅提供给有权获取的人。</translation>
        </message>
        <message>
            <source>Push tokens are left out.</source>
            <translation>未包含 Push Token。</translation>
        </message>
        <message>
            <source>Copy as ▾</source>
            <translation>复制为 ▾</translation>
        </message>
        <message>
            <source>Copy the request as a command or a program, without secrets</source>
            <translation>将请求复制为命令或程序，不含密钥</translation>
        </message>
        <message>
            <source>Bug report (Markdown)</source>
            <translation>缺陷报告（Markdown）</translation>
        </message>
    </context>
    <context>
        <name>HistoryFilters</name>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Only starred</source>
            <translation>仅加星标</translation>
        </message>
        <message>
            <source>Show only sends with a star</source>
            <translation>只显示加星标的发送</translation>
        </message>
        <message>
            <source>All projects</source>
            <translation>所有项目</translation>
        </message>
        <message>
            <source>Any outcome</source>
            <translation>任意结果</translation>
        </message>
        <message>
            <source>All devices were accepted</source>
            <translation>所有设备都已受理</translation>
        </message>
        <message>
            <source>Some device was rejected</source>
            <translation>有设备被拒绝</translation>
        </message>
        <message>
            <source>Of some device it is unknown</source>
            <translation>有设备结果未知</translation>
        </message>
        <message>
            <source>To some device it was not sent</source>
            <translation>有设备未发送</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>任意时间</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>最近 7 天</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>最近 30 天</translation>
        </message>
        <message>
            <source>Days…</source>
            <translation>指定日期…</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>结束日</translation>
        </message>
    </context>
    <context>
        <name>HistoryListModel</name>
        <message>
            <source>Starred: kept for good. S takes the star away.</source>
            <translation>已加星标：永久保留。按 S 取消星标。</translation>
        </message>
        <message>
            <source>No star. S puts one, and keeps the send for good.</source>
            <translation>未加星标。按 S 加星标并永久保留。</translation>
        </message>
        <message>
            <source>{text} (ended with the program)</source>
            <translation>{text}（随程序结束）</translation>
        </message>
        <message>
            <source>{text} (under way)</source>
            <translation>{text}（进行中）</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>星标</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>HistoryMenu</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Open as draft</source>
            <translation>作为草稿打开</translation>
        </message>
        <message>
            <source>Take the star away</source>
            <translation>取消星标</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>加星标</translation>
        </message>
        <message>
            <source>Name…</source>
            <translation>名称…</translation>
        </message>
        <message>
            <source>Note…</source>
            <translation>备注…</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Compare (choose two)</source>
            <translation>比较（请选择两项）</translation>
        </message>
        <message>
            <source>Compare with the draft</source>
            <translation>与草稿比较</translation>
        </message>
        <message>
            <source>Compare answers</source>
            <translation>比较响应</translation>
        </message>
        <message>
            <source>choose one send</source>
            <translation>请选择一次发送</translation>
        </message>
        <message>
            <source>Recall…</source>
            <translation>撤回…</translation>
        </message>
        <message>
            <source>Forget this</source>
            <translation>忘记此项</translation>
        </message>
        <message>
            <source>Forget these: {count}</source>
            <translation>忘记所选：{count}</translation>
        </message>
        <message>
            <source>Forget those older than</source>
            <translation>忘记早于以下天数的</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} 天</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>Open as draft</source>
            <translation>作为草稿打开</translation>
        </message>
        <message>
            <source>Write on from this message. Ctrl+Z brings the present one back.</source>
            <translation>从这条消息继续编写。Ctrl+Z 可恢复当前的消息。</translation>
        </message>
        <message>
            <source>More ▾</source>
            <translation>更多 ▾</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Star, name, compare, recall, export, forget (also by right-click)</source>
            <translation>星标、名称、比较、撤回、导出、忘记（也可右键）</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Search history</source>
            <translation>搜索历史</translation>
        </message>
        <message>
            <source>Search title, text, token, device, code, request ID, name, note</source>
            <translation>搜索标题、正文、Token、设备、错误码、requestId、名称、备注</translation>
        </message>
        <message>
            <source>Every send will be kept here, with its request and answer.</source>
            <translation>每次发送及其请求和响应都会保存在这里。</translation>
        </message>
        <message>
            <source>Looking inside of push tokens…</source>
            <translation>正在 Push Token 内部查找…</translation>
        </message>
        <message>
            <source>No send matches.</source>
            <translation>没有匹配的发送记录。</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message>
            <source>Tokens read: {count}.</source>
            <translation>读取 Token：{count} 个。</translation>
        </message>
        <message>
            <source>Added: {count}.</source>
            <translation>已添加：{count} 个。</translation>
        </message>
        <message>
            <source>Already here: {count}.</source>
            <translation>已存在：{count} 个。</translation>
        </message>
        <message>
            <source>Repeated in the list: {count}.</source>
            <translation>列表内重复：{count} 个。</translation>
        </message>
        <message>
            <source>Cleaned of blanks, line breaks or quotes: {count}.</source>
            <translation>已去除空白、换行或引号：{count} 个。</translation>
        </message>
        <message>
            <source>Rows without a token: {count}.</source>
            <translation>没有 Token 的行：{count} 行。</translation>
        </message>
        <message>
            <source>Rows with more or fewer cells, or unreadable: {count}.</source>
            <translation>列数不一致或无法读取的行：{count} 行。</translation>
        </message>
    </context>
    <context>
        <name>ImportPreviewModel</name>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>not taken</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>Request</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>响应</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>解释</translation>
        </message>
        <message>
            <source>This is a recall: it takes a message from the phones.</source>
            <translation>这是一次撤回：它从手机上撤下消息。</translation>
        </message>
    </context>
    <context>
        <name>JsonMarks</name>
        <message>
            <source>No schema knows this key; it is sent as it is.</source>
            <translation>没有任何 Schema 认识这个键；将原样发送。</translation>
        </message>
    </context>
    <context>
        <name>JsonPlace</name>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>Put the JSON back into its tab</source>
            <translation>将 JSON 放回其标签页</translation>
        </message>
        <message>
            <source>Put the JSON back into its tab (Ctrl+Shift+J)</source>
            <translation>将 JSON 放回其标签页（Ctrl+Shift+J）</translation>
        </message>
    </context>
    <context>
        <name>JsonView</name>
        <message>
            <source>Message as JSON</source>
            <translation>JSON 形式的消息</translation>
        </message>
        <message>
            <source>Back to the last good message</source>
            <translation>回到上一次正确的消息</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式化</translation>
        </message>
        <message>
            <source>Lay the JSON out again: two blanks a level</source>
            <translation>重新排版 JSON：每级缩进两个空格</translation>
        </message>
        <message>
            <source>Tokens are not part of the message: a send adds the devices.</source>
            <translation>Token 不属于消息：发送时会加上设备。</translation>
        </message>
    </context>
    <context>
        <name>KeepingForm</name>
        <message>
            <source>Keep sends, days</source>
            <translation>保留发送（天）</translation>
        </message>
        <message>
            <source>For ever</source>
            <translation>永久</translation>
        </message>
        <message>
            <source>Room for history, MB</source>
            <translation>历史空间（MB）</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>What is older, and the oldest of what takes more, is forgotten when the program starts and every hour after. Sends with a star stay.</source>
            <translation>更早的发送，以及超出空间时最旧的发送，会在程序启动时和之后每小时被忘记。加星标的保留。</translation>
        </message>
    </context>
    <context>
        <name>KeptLine</name>
        <message>
            <source>See them in the JSON</source>
            <translation>在 JSON 中查看</translation>
        </message>
        <message>
            <source>Kept as they are: {names}</source>
            <translation>原样保留：{names}</translation>
        </message>
    </context>
    <context>
        <name>KeptSecrets</name>
        <message>
            <source>gone; type it again</source>
            <translation>已丢失；请重新输入</translation>
        </message>
        <message>
            <source>in memory until the program ends; type here to replace it</source>
            <translation>仅在内存中，程序退出即清除；在此输入可替换</translation>
        </message>
        <message>
            <source>kept; type here to replace it</source>
            <translation>已保存；在此输入可替换</translation>
        </message>
        <message>
            <source>What was typed here before is gone: type it again. {place}</source>
            <translation>之前在此输入的内容已丢失：请重新输入。{place}</translation>
        </message>
    </context>
    <context>
        <name>KeyImports</name>
        <message>
            <source>The key is kept now; it was read back and compared. The file {path} still holds it too, for whoever can read that file.</source>
            <translation>密钥已保管，并已读回核对。文件 {path} 中仍有此密钥，能读取该文件的人都能得到它。</translation>
        </message>
        <message>
            <source>Delete the file</source>
            <translation>删除文件</translation>
        </message>
        <message>
            <source>{path} was not deleted: the key is no longer kept as it was.</source>
            <translation>未删除 {path}：保管的密钥已不是原来的。</translation>
        </message>
        <message>
            <source>{path} was not deleted: it holds something else now.</source>
            <translation>未删除 {path}：其内容已改变。</translation>
        </message>
        <message>
            <source>The file was not deleted. {why}</source>
            <translation>文件未删除。{why}</translation>
        </message>
        <message>
            <source>{path} is deleted, without going to the Trash. Other copies, such as in backups, mails or the Trash, are still there if you made any.</source>
            <translation>已删除 {path}，未经过回收站。如果另有副本（例如备份、邮件或回收站中），它们仍然存在。</translation>
        </message>
    </context>
    <context>
        <name>KeyRow</name>
        <message>
            <source>kept; choose another file to replace it</source>
            <translation>已保管；选择其他文件可替换</translation>
        </message>
        <message>
            <source>none; choose or drop the .json file</source>
            <translation>无；选择或拖入 .json 文件</translation>
        </message>
        <message>
            <source>Choose file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>{name} cannot be read as text ({detail}).</source>
            <translation>无法将 {name} 作为文本读取（{detail}）。</translation>
        </message>
        <message>
            <source>{name}: key {key_id} of project {project_id}</source>
            <translation>{name}：项目 {project_id} 的密钥 {key_id}</translation>
        </message>
        <message>
            <source>Service-account key file</source>
            <translation>服务账号密钥文件</translation>
        </message>
        <message>
            <source>Key files (*.json);;All files (*)</source>
            <translation>密钥文件 (*.json);;所有文件 (*)</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>版本 {version}</translation>
        </message>
    </context>
    <context>
        <name>KindBox</name>
        <message>
            <source>Kind of message</source>
            <translation>消息类型</translation>
        </message>
    </context>
    <context>
        <name>KindNotice</name>
        <message>
            <source>Not carried over: {names} and {count} more.</source>
            <translation>未带入：{names}，以及另外 {count} 项。</translation>
        </message>
        <message>
            <source>Not carried over: {names}.</source>
            <translation>未带入：{names}。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>LanguageBar</name>
        <message>
            <source>Add language</source>
            <translation>添加语言</translation>
        </message>
        <message>
            <source>Write and send this one</source>
            <translation>编写并发送此语言</translation>
        </message>
        <message>
            <source>Copy texts from</source>
            <translation>复制文本自</translation>
        </message>
        <message>
            <source>Tag…</source>
            <translation>标签…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Import CSV…</source>
            <translation>导入 CSV…</translation>
        </message>
        <message>
            <source>Export CSV…</source>
            <translation>导出 CSV…</translation>
        </message>
        <message>
            <source>Write and send {tag}</source>
            <translation>编写并发送 {tag}</translation>
        </message>
        <message>
            <source>Copy texts into {tag}</source>
            <translation>复制文本到 {tag}</translation>
        </message>
        <message>
            <source>Change the tag {tag}</source>
            <translation>修改标签 {tag}</translation>
        </message>
        <message>
            <source>Remove {tag}</source>
            <translation>移除 {tag}</translation>
        </message>
        <message>
            <source>Other language…</source>
            <translation>其他语言…</translation>
        </message>
        <message>
            <source>Add the language</source>
            <translation>添加语言</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Call {tag}</source>
            <translation>将 {tag} 改为</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
    </context>
    <context>
        <name>LanguageBox</name>
        <message>
            <source>Languages…</source>
            <translation>多语言…</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>多语言</translation>
        </message>
        <message>
            <source>Write the message in further languages, side by side.</source>
            <translation>用更多语言编写消息，并排对照。</translation>
        </message>
        <message>
            <source>Language: {tag}</source>
            <translation>语言：{tag}</translation>
        </message>
        <message>
            <source>The language the message is written, shown and sent in.</source>
            <translation>消息当前编写、预览和发送所用的语言。</translation>
        </message>
        <message>
            <source>All languages side by side…</source>
            <translation>所有语言对照…</translation>
        </message>
    </context>
    <context>
        <name>LanguageCells</name>
        <message>
            <source>▲ missing</source>
            <translation>▲ 缺少</translation>
        </message>
        <message>
            <source>{size} of {allowed} bytes</source>
            <translation>{size} / {allowed} 字节</translation>
        </message>
        <message>
            <source>{size} B</source>
            <translation>{size} B</translation>
        </message>
        <message>
            <source>▲ {shown} of {count} shown</source>
            <translation>▲ 显示 {shown} / {count} 字</translation>
        </message>
        <message>
            <source>▲ lines cut: {count}</source>
            <translation>▲ 被截断行数：{count}</translation>
        </message>
    </context>
    <context>
        <name>LanguageEditing</name>
        <message>
            <source>Switch language</source>
            <translation>切换语言</translation>
        </message>
        <message>
            <source>Add language</source>
            <translation>添加语言</translation>
        </message>
        <message>
            <source>Copy texts</source>
            <translation>复制文本</translation>
        </message>
        <message>
            <source>Remove language</source>
            <translation>移除语言</translation>
        </message>
        <message>
            <source>Change language tag</source>
            <translation>更改语言标签</translation>
        </message>
        <message>
            <source>Edit text</source>
            <translation>编辑文本</translation>
        </message>
    </context>
    <context>
        <name>LanguageHeader</name>
        <message>
            <source>● sent</source>
            <translation>● 发送</translation>
        </message>
    </context>
    <context>
        <name>LanguageModel</name>
        <message>
            <source>Text</source>
            <translation>文本</translation>
        </message>
    </context>
    <context>
        <name>LanguageNames</name>
        <message>
            <source>Pseudo: long, accented</source>
            <translation>伪语言：加长带重音</translation>
        </message>
        <message>
            <source>Pseudo: right to left</source>
            <translation>伪语言：从右到左</translation>
        </message>
    </context>
    <context>
        <name>LanguageTableView</name>
        <message>
            <source>Texts by language</source>
            <translation>各语言文本</translation>
        </message>
    </context>
    <context>
        <name>LanguagesDialog</name>
        <message>
            <source>Languages of the message</source>
            <translation>消息的语言</translation>
        </message>
        <message>
            <source>Write into multi_lang_key</source>
            <translation>写入 multi_lang_key</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>The message is in one language. Add others to see them side by side.</source>
            <translation>消息只有一种语言。添加其他语言即可并排对照。</translation>
        </message>
        <message>
            <source>{tag} is written, shown and sent.</source>
            <translation>当前编写、预览和发送 {tag}。</translation>
        </message>
        <message>
            <source>The texts stand in multi_lang_key now: Content, Translations.</source>
            <translation>文本已写入 multi_lang_key：见“内容”中的“多语言”。</translation>
        </message>
        <message>
            <source>Push Kit takes three languages; left out: {tags}.</source>
            <translation>Push Kit 最多接受三种语言；未写入：{tags}。</translation>
        </message>
    </context>
    <context>
        <name>ListPreview</name>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>The first rows, and what each column is taken for:</source>
            <translation>前几行，以及每列的用途：</translation>
        </message>
    </context>
    <context>
        <name>LogDialog</name>
        <message>
            <source>Log of a device</source>
            <translation>设备日志</translation>
        </message>
        <message>
            <source>Paste the log of a device here: of hilog, hdc or DevEco Studio. Push tokens, AAIDs and error codes are found in it; codes are explained.</source>
            <translation>在此粘贴设备日志：hilog、hdc 或 DevEco Studio 的日志均可。将从中查找 Push Token、AAID 和错误码，并解释错误码。</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>查找结果</translation>
        </message>
        <message>
            <source>Open file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Add to devices</source>
            <translation>添加到设备</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Device log: find devices for {project}</source>
            <translation>设备日志：为“{project}”查找设备</translation>
        </message>
        <message>
            <source>No push token, AAID or error code of Push Kit stands in this log. Start the app again while logging, so that it calls getToken.</source>
            <translation>此日志中没有 Push Token、AAID 或 Push Kit 错误码。请在记录日志时重新启动应用，使其调用 getToken。</translation>
        </message>
    </context>
    <context>
        <name>LogJoins</name>
        <message>
            <source>The last run ended by a fault outside of this program’s own code, probably in a library or a driver. Your draft is as it was written last. {name} in the log folder says where it happened.</source>
            <translation>上次运行因程序自身代码之外的故障而终止，可能出在某个库或驱动中。草稿保持最后一次写入时的状态。日志文件夹中的 {name} 记录了出错位置。</translation>
        </message>
        <message>
            <source>Open the log folder</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <source>No log is written. {reason}</source>
            <translation>未写入日志。{reason}</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Open from history</source>
            <translation>从历史打开</translation>
        </message>
        <message>
            <source>A send is under way. Closing stops it; what is waiting for an answer then reads Unknown in History.</source>
            <translation>有发送正在进行。关闭会停止发送；仍在等待响应的，在“历史”中记为“未知”。</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>停止并关闭</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Projects</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Sandbox phones</source>
            <translation>沙箱手机</translation>
        </message>
    </context>
    <context>
        <name>Mark</name>
        <message>
            <source>Open</source>
            <translation>待定</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Fail</source>
            <translation>不通过</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
    </context>
    <context>
        <name>MessageChecks</name>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
    </context>
    <context>
        <name>MessageDocument</name>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Edit JSON</source>
            <translation>编辑 JSON</translation>
        </message>
        <message>
            <source>Change kind</source>
            <translation>更改类型</translation>
        </message>
    </context>
    <context>
        <name>MessageSwap</name>
        <message>
            <source>Take up draft</source>
            <translation>继续编写草稿</translation>
        </message>
        <message>
            <source>What you were writing is in no file. Undo brings it back, and Messages at the left keeps it.</source>
            <translation>您刚才编写的内容未存入任何文件。撤销可恢复，左侧“消息”中也保留了它。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>MessagesPanel</name>
        <message>
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <source>Open a file</source>
            <translation>打开文件</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save the message</source>
            <translation>保存消息</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Clear the list of recent messages</source>
            <translation>清空最近消息列表</translation>
        </message>
        <message>
            <source>Files you open or save are listed here.</source>
            <translation>您打开或保存的文件会列在这里。</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>最近</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>In no file yet; kept as a draft.</source>
            <translation>尚未存入文件；已保留为草稿。</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>Edited since it was saved; kept as a draft.</source>
            <translation>保存后又有修改；已保留为草稿。</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>The file holds what is here.</source>
            <translation>文件内容与此处一致。</translation>
        </message>
    </context>
    <context>
        <name>Misplaced</name>
        <message>
            <source>Receipts…</source>
            <translation>回执…</translation>
        </message>
        <message>
            <source>Import devices…</source>
            <translation>导入设备…</translation>
        </message>
        <message>
            <source>Import project…</source>
            <translation>导入项目…</translation>
        </message>
    </context>
    <context>
        <name>ObjectListEditor</name>
        <message>
            <source>This is no list. See the JSON view.</source>
            <translation>这不是列表，请查看 JSON 视图。</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add to {list}</source>
            <translation>添加到{list}</translation>
        </message>
    </context>
    <context>
        <name>OtherWindowBox</name>
        <message>
            <source>hmpush is open already, but its window does not answer</source>
            <translation>hmpush 已打开，但其窗口没有响应</translation>
        </message>
        <message>
            <source>Close it, or end its process, then start again. A second window needs a data folder of its own: start it with --data-dir and another folder.</source>
            <translation>请关闭该窗口或结束其进程，然后重新启动。第二个窗口需要单独的数据文件夹：请使用 --data-dir 指定另一个文件夹启动。</translation>
        </message>
    </context>
    <context>
        <name>OutcomeChips</name>
        <message>
            <source>Show only: {outcome}</source>
            <translation>仅显示：{outcome}</translation>
        </message>
    </context>
    <context>
        <name>OutcomePanel</name>
        <message>
            <source>What happened</source>
            <translation>发生了什么</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>This is a recall. Recall once more from History.</source>
            <translation>这是一次撤回。如需再次撤回，请在“历史”中操作。</translation>
        </message>
    </context>
    <context>
        <name>PanelJoins</name>
        <message>
            <source>Tokens that stand under Devices and are not added yet: {count}. This send does not go to them.</source>
            <translation>“设备”中已粘贴但尚未添加的 Push Token：{count} 个。本次发送不包含它们。</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Sandbox phones</source>
            <translation>沙箱手机</translation>
        </message>
    </context>
    <context>
        <name>Panes</name>
        <message>
            <source>Sidebar</source>
            <translation>侧边栏</translation>
        </message>
        <message>
            <source>Preview and phones</source>
            <translation>预览与手机</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
    </context>
    <context>
        <name>PartNames</name>
        <message>
            <source>Whole message</source>
            <translation>整条消息</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>JSON text</source>
            <translation>JSON 文本</translation>
        </message>
        <message>
            <source>Data text</source>
            <translation>数据文本</translation>
        </message>
    </context>
    <context>
        <name>PastLine</name>
        <message>
            <source>The send that is shown</source>
            <translation>当前显示的发送</translation>
        </message>
        <message>
            <source>From history: {title} · {project} · {time}</source>
            <translation>历史记录：{title} · {project} · {time}</translation>
        </message>
    </context>
    <context>
        <name>PasteDialog</name>
        <message>
            <source>Paste from elsewhere</source>
            <translation>从其他来源粘贴</translation>
        </message>
        <message>
            <source>Turn it into</source>
            <translation>转换为</translation>
        </message>
        <message>
            <source>v3: HarmonyOS 5 and later</source>
            <translation>v3：HarmonyOS 5 及以上</translation>
        </message>
        <message>
            <source>v1: HarmonyOS 4 and older</source>
            <translation>v1：HarmonyOS 4 及以下</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Open file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Copy what is left over</source>
            <translation>复制剩余内容</translation>
        </message>
        <message>
            <source>Use as message</source>
            <translation>用作消息</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Text from elsewhere</source>
            <translation>其他来源的文本</translation>
        </message>
        <message>
            <source>Paste here what another service takes:

• a Firebase message, HTTP v1 or legacy
• an Apple payload, with aps
• a Push Kit message of v1, v2 or v3
• a command of curl, for bash, PowerShell or cmd

It is turned into a message here, with a line for every value. Keys and tokens stay out of it.</source>
            <translation>在此粘贴其他服务使用的内容：

• Firebase 消息，HTTP v1 或旧版
• Apple 推送消息体（含 aps）
• Push Kit v1、v2 或 v3 消息
• bash、PowerShell 或 cmd 的 curl 命令

内容会在这里转换为消息，并逐项说明每个值的去向。密钥和 Token 不会进入消息。</translation>
        </message>
        <message>
            <source>Add tokens to devices ({count})</source>
            <translation>将 Token 添加到设备（{count}）</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>已复制。</translation>
        </message>
        <message>
            <source>It is the message now; Undo brings back the one before. A double click on a line leads to its field. What is left over stays here until you close this window.</source>
            <translation>现在它就是当前消息；撤销可恢复之前的消息。双击某一行可跳到对应字段。剩余内容在关闭此窗口前保留在这里。</translation>
        </message>
    </context>
    <context>
        <name>PasteReport</name>
        <message>
            <source>Left over ({count})</source>
            <translation>剩余（{count}）</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filter the report</source>
            <translation>筛选报告</translation>
        </message>
        <message>
            <source>What became of each value</source>
            <translation>每个值的去向</translation>
        </message>
        <message>
            <source>The message as JSON</source>
            <translation>JSON 形式的消息</translation>
        </message>
        <message>
            <source>What found no place</source>
            <translation>没有对应位置的内容</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
    </context>
    <context>
        <name>Pasting</name>
        <message>
            <source>{name} holds another kind of message: {what}.</source>
            <translation>{name} 中是另一种消息：{what}。</translation>
        </message>
        <message>
            <source>What you pasted is another kind of message: {what}.</source>
            <translation>您粘贴的是另一种消息：{what}。</translation>
        </message>
        <message>
            <source>Convert…</source>
            <translation>转换…</translation>
        </message>
    </context>
    <context>
        <name>PhoneDelegate</name>
        <message>
            <source>rings</source>
            <translation>响铃</translation>
        </message>
        <message>
            <source>silent</source>
            <translation>静默</translation>
        </message>
        <message>
            <source>badge {number}</source>
            <translation>角标 {number}</translation>
        </message>
        <message>
            <source>test message</source>
            <translation>测试消息</translation>
        </message>
        <message>
            <source>{time}  Nothing shown; the app got the data:</source>
            <translation>{time}  未展示；应用收到数据：</translation>
        </message>
    </context>
    <context>
        <name>PhoneJoins</name>
        <message>
            <source>The sandbox does not run, so nothing was changed.</source>
            <translation>沙箱未运行，未做任何更改。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take the new token</source>
            <translation>采用新 Token</translation>
        </message>
        <message>
            <source>New tokens in the device list: {count}.</source>
            <translation>设备列表中的新 Token：{count}。</translation>
        </message>
        <message>
            <source>{count} phones</source>
            <translation>{count} 部手机</translation>
        </message>
        <message>
            <source>{phone}: the app is removed. Push Kit still accepts messages to its token, and the receipt says 2.</source>
            <translation>{phone}：应用已卸载。Push Kit 仍会受理发往该 Token 的消息，回执结果为 2。</translation>
        </message>
        <message>
            <source>{phone}: the app is installed again and has a new token. The device list still holds the old one: Push Kit accepts messages to it, and the receipt says 5.</source>
            <translation>{phone}：应用已重新安装，并有了新 Token。设备列表中仍是旧 Token：Push Kit 会受理发往它的消息，回执结果为 5。</translation>
        </message>
        <message>
            <source>{phone}: now with HarmonyOS 5, and with a new token. The device list still holds the old one: Push Kit refuses it with 80300007.</source>
            <translation>{phone}：已升级到 HarmonyOS 5，并有了新 Token。设备列表中仍是旧 Token：Push Kit 会以 80300007 拒绝它。</translation>
        </message>
    </context>
    <context>
        <name>PhoneMenu</name>
        <message>
            <source>On the simulated phone</source>
            <translation>在模拟手机上</translation>
        </message>
        <message>
            <source>Remove the app</source>
            <translation>卸载应用</translation>
        </message>
        <message>
            <source>The old token is accepted, and the receipt says 2</source>
            <translation>旧 Token 会被受理，回执结果为 2</translation>
        </message>
        <message>
            <source>Install the app again: new token</source>
            <translation>重新安装应用：新 Token</translation>
        </message>
        <message>
            <source>As after a reset or a restore, too: the old token is accepted, and the receipt says 5</source>
            <translation>恢复出厂设置或从备份恢复后也是如此：旧 Token 会被受理，回执结果为 5</translation>
        </message>
        <message>
            <source>Upgrade to HarmonyOS 5: new token</source>
            <translation>升级到 HarmonyOS 5：新 Token</translation>
        </message>
        <message>
            <source>The old token is refused with 80300007; v3 says noRight. The new one is for v3 only</source>
            <translation>旧 Token 会被以 80300007 拒绝，v3 的原因是 noRight。新 Token 仅用于 v3</translation>
        </message>
    </context>
    <context>
        <name>PhonePanel</name>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Simulated phones</source>
            <translation>模拟手机</translation>
        </message>
        <message>
            <source>Nothing has arrived yet.

The sandbox is Push Kit on this computer. Choose the project Sandbox, send with Ctrl+Enter, and see here what its phones would show.</source>
            <translation>还没有收到任何消息。

沙箱是运行在本机的 Push Kit。选择“沙箱”项目，按 Ctrl+Enter 发送，即可在此看到手机会如何展示。</translation>
        </message>
        <message>
            <source>How the sandbox answers</source>
            <translation>沙箱如何应答</translation>
        </message>
        <message>
            <source>Rehearse a bad day: how the sandbox answers</source>
            <translation>演练异常情况：设定沙箱如何应答</translation>
        </message>
        <message>
            <source>This phone ▾</source>
            <translation>这部手机 ▾</translation>
        </message>
        <message>
            <source>The app on this phone</source>
            <translation>这部手机上的应用</translation>
        </message>
        <message>
            <source>Remove the app, or install it again, on the phone of the selected message</source>
            <translation>在所选消息的手机上卸载或重新安装应用</translation>
        </message>
    </context>
    <context>
        <name>PhoneSettings</name>
        <message>
            <source>Name of the app</source>
            <translation>应用名称</translation>
        </message>
        <message>
            <source>Letter on the icon</source>
            <translation>图标上的字</translation>
        </message>
        <message>
            <source>Time on the phone</source>
            <translation>手机上的时间</translation>
        </message>
        <message>
            <source>Light or dark phone</source>
            <translation>手机的浅色或深色</translation>
        </message>
        <message>
            <source>App</source>
            <translation>应用</translation>
        </message>
        <message>
            <source>Colour of the icon</source>
            <translation>图标颜色</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>蓝</translation>
        </message>
        <message>
            <source>Teal</source>
            <translation>青</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>绿</translation>
        </message>
        <message>
            <source>Orange</source>
            <translation>橙</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>红</translation>
        </message>
        <message>
            <source>Pink</source>
            <translation>粉</translation>
        </message>
        <message>
            <source>Violet</source>
            <translation>紫</translation>
        </message>
        <message>
            <source>Slate</source>
            <translation>灰蓝</translation>
        </message>
    </context>
    <context>
        <name>PictureBar</name>
        <message>
            <source>Load picture</source>
            <translation>加载图片</translation>
        </message>
        <message>
            <source>Asks the picture’s server for it, which sees this request: when, and from which address. Nothing of the message is sent along.</source>
            <translation>向图片服务器请求图片，服务器会看到这次请求的时间和来源地址。消息内容不会发送。</translation>
        </message>
        <message>
            <source>Try a file…</source>
            <translation>试用文件…</translation>
        </message>
        <message>
            <source>Shows a picture of yours in the preview only. It is not sent.</source>
            <translation>仅在预览中显示您的图片，不会发送。</translation>
        </message>
        <message>
            <source>Try an &amp;image from a file…</source>
            <translation>从文件试用图片(&amp;I)…</translation>
        </message>
        <message>
            <source>Without the file</source>
            <translation>不用该文件</translation>
        </message>
        <message>
            <source>Shows the message’s own picture again</source>
            <translation>重新显示消息自带的图片</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>正在加载…</translation>
        </message>
        <message>
            <source>Only here, not in the message: {name}</source>
            <translation>仅在此处，不在消息中：{name}</translation>
        </message>
        <message>
            <source>A picture to try in the preview</source>
            <translation>在预览中试用的图片</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg *.bmp *.webp);;All files (*)</source>
            <translation>图片 (*.png *.jpg *.jpeg *.bmp *.webp);;所有文件 (*)</translation>
        </message>
    </context>
    <context>
        <name>PlaceholderMenu</name>
        <message>
            <source>Insert a placeholder</source>
            <translation>插入占位符</translation>
        </message>
        <message>
            <source>Insert a placeholder: counter, time, the device’s name …</source>
            <translation>插入占位符：计数、时间、设备名称 …</translation>
        </message>
        <message>
            <source>Define your own…</source>
            <translation>自定义…</translation>
        </message>
        <message>
            <source>number of the send</source>
            <translation>发送序号</translation>
        </message>
        <message>
            <source>time of the send</source>
            <translation>发送时间</translation>
        </message>
        <message>
            <source>a new ID</source>
            <translation>新 ID</translation>
        </message>
        <message>
            <source>name of the device</source>
            <translation>设备名称</translation>
        </message>
    </context>
    <context>
        <name>PreviewControls</name>
        <message>
            <source>How it is seen</source>
            <translation>展示状态</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Badge before the message</source>
            <translation>消息到达前的角标</translation>
        </message>
        <message>
            <source>The number on the icon before the message</source>
            <translation>消息到达前图标上的数字</translation>
        </message>
        <message>
            <source>Before: </source>
            <translation>之前：</translation>
        </message>
    </context>
    <context>
        <name>PreviewPage</name>
        <message>
            <source>No notification. What happens instead:</source>
            <translation>没有通知。实际情况：</translation>
        </message>
    </context>
    <context>
        <name>PreviewPanel</name>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>The app’s name and icon, time, light or dark</source>
            <translation>应用的名称和图标、时间、浅色或深色</translation>
        </message>
        <message>
            <source>Picture ▾</source>
            <translation>图片 ▾</translation>
        </message>
        <message>
            <source>Copy or save the preview as a picture</source>
            <translation>将预览复制或保存为图片</translation>
        </message>
    </context>
    <context>
        <name>PreviewPictures</name>
        <message>
            <source>Pict&amp;ure of the preview</source>
            <translation>预览的图片(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <source>Copy at &amp;2×</source>
            <translation>以 2× 复制(&amp;2)</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>保存(&amp;S)…</translation>
        </message>
        <message>
            <source>Save &amp;at 2×…</source>
            <translation>以 2× 保存(&amp;A)…</translation>
        </message>
        <message>
            <source>Copy &amp;all places</source>
            <translation>复制全部位置(&amp;A)</translation>
        </message>
        <message>
            <source>Sa&amp;ve all places…</source>
            <translation>保存全部位置(&amp;V)…</translation>
        </message>
        <message>
            <source>Save all places at 2&amp;×…</source>
            <translation>以 2× 保存全部位置(&amp;×)…</translation>
        </message>
        <message>
            <source>Saved the preview, {size} pixels: {path}</source>
            <translation>已保存预览，{size} 像素：{path}</translation>
        </message>
        <message>
            <source>The preview was not saved to {path}: {reason}</source>
            <translation>预览未能保存到 {path}：{reason}</translation>
        </message>
        <message>
            <source>Copied the preview, {size} pixels.</source>
            <translation>已复制预览，{size} 像素。</translation>
        </message>
        <message>
            <source>Save the preview</source>
            <translation>保存预览</translation>
        </message>
        <message>
            <source>Picture (*.png)</source>
            <translation>图片 (*.png)</translation>
        </message>
    </context>
    <context>
        <name>PreviewTable</name>
        <message>
            <source>First rows of the list</source>
            <translation>列表的前几行</translation>
        </message>
    </context>
    <context>
        <name>PreviewView</name>
        <message>
            <source>Not shown: {rest}</source>
            <translation>未显示：{rest}</translation>
        </message>
        <message>
            <source>Preview, {place}: {text}</source>
            <translation>预览，{place}：{text}</translation>
        </message>
    </context>
    <context>
        <name>ProblemListModel</name>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Push Kit’s code</source>
            <translation>Push Kit 错误码</translation>
        </message>
        <message>
            <source>Push Kit would refuse: {count}</source>
            <translation>Push Kit 会拒绝：{count}</translation>
        </message>
        <message>
            <source>Warnings: {count}</source>
            <translation>警告：{count}</translation>
        </message>
        <message>
            <source>Hints: {count}</source>
            <translation>提示：{count}</translation>
        </message>
    </context>
    <context>
        <name>ProblemTour</name>
        <message>
            <source>Nothing here that Push Kit would refuse.</source>
            <translation>没有会被 Push Kit 拒绝的内容。</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
    </context>
    <context>
        <name>ProblemsPanel</name>
        <message>
            <source>Nothing here that Push Kit would refuse. What it would, and what it would change in silence, is listed here while you type; F8 walks through it.</source>
            <translation>没有会被 Push Kit 拒绝的内容。输入时，会被拒绝或被悄悄改动的内容会列在这里；按 F8 逐个查看。</translation>
        </message>
        <message>
            <source>Problems of the message</source>
            <translation>消息的问题</translation>
        </message>
    </context>
    <context>
        <name>Progress</name>
        <message>
            <source>{settled} of {total}</source>
            <translation>{settled} / {total}</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在开始…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>正在发送…</translation>
        </message>
        <message>
            <source>a few seconds left</source>
            <translation>还需几秒</translation>
        </message>
        <message>
            <source>about {seconds} s left</source>
            <translation>还需约 {seconds} 秒</translation>
        </message>
        <message>
            <source>about {minutes} min left</source>
            <translation>还需约 {minutes} 分钟</translation>
        </message>
        <message>
            <source>about {hours} h left</source>
            <translation>还需约 {hours} 小时</translation>
        </message>
        <message>
            <source>about {hours} h {minutes} min left</source>
            <translation>还需约 {hours} 小时 {minutes} 分钟</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>Paused · on their way: {count}</source>
            <translation>已暂停 · {count} 台等待应答</translation>
        </message>
        <message>
            <source>to be repeated: {count}</source>
            <translation>{count} 台待重发</translation>
        </message>
        <message>
            <source>{pace} devices/s</source>
            <translation>每秒 {pace} 台</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop this send (Ctrl+. stops all)</source>
            <translation>停止此次发送（Ctrl+. 停止全部）</translation>
        </message>
        <message>
            <source>Stop: {title}</source>
            <translation>停止：{title}</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Dismiss: {text}</source>
            <translation>关闭：{text}</translation>
        </message>
        <message>
            <source>Writing into history: {count} of {total}…</source>
            <translation>正在写入历史：{count} / {total}…</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Resume: {title}</source>
            <translation>继续：{title}</translation>
        </message>
        <message>
            <source>Pause: {title}</source>
            <translation>暂停：{title}</translation>
        </message>
        <message>
            <source>Send the rest (Ctrl+Shift+P)</source>
            <translation>发送余下的部分（Ctrl+Shift+P）</translation>
        </message>
        <message>
            <source>Begin nothing more for now (Ctrl+Shift+P)</source>
            <translation>暂不再发出新请求（Ctrl+Shift+P）</translation>
        </message>
    </context>
    <context>
        <name>ProgressStrip</name>
        <message>
            <source>Sends under way</source>
            <translation>进行中的发送</translation>
        </message>
    </context>
    <context>
        <name>ProjectDialog</name>
        <message>
            <source>Edit project</source>
            <translation>编辑项目</translation>
        </message>
        <message>
            <source>New project</source>
            <translation>新建项目</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>环境</translation>
        </message>
        <message>
            <source>Project ID</source>
            <translation>项目 ID</translation>
        </message>
        <message>
            <source>digits; for v2 and v3</source>
            <translation>数字；用于 v2 和 v3</translation>
        </message>
        <message>
            <source>Client ID</source>
            <translation>Client ID</translation>
        </message>
        <message>
            <source>digits; for v1 and OAuth (older pages: app ID)</source>
            <translation>数字；用于 v1 和 OAuth（旧文档：App ID）</translation>
        </message>
        <message>
            <source>Push host</source>
            <translation>Push 地址</translation>
        </message>
        <message>
            <source>OAuth host</source>
            <translation>OAuth 地址</translation>
        </message>
        <message>
            <source>Service-account key</source>
            <translation>服务账号密钥</translation>
        </message>
        <message>
            <source>Client secret</source>
            <translation>Client Secret</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>保管</translation>
        </message>
        <message>
            <source>Data location</source>
            <translation>数据处理位置</translation>
        </message>
        <message>
            <source>Project {id}</source>
            <translation>项目 {id}</translation>
        </message>
    </context>
    <context>
        <name>ProjectEditing</name>
        <message>
            <source>Import project</source>
            <translation>导入项目</translation>
        </message>
        <message>
            <source>Forget project {name}? Its credentials are deleted here; History keeps its sends.</source>
            <translation>忘记项目 {name}？其凭据会从本机删除；历史中的发送记录会保留。</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>忘记</translation>
        </message>
    </context>
    <context>
        <name>ProjectSharing</name>
        <message>
            <source>{name} cannot be read ({detail}).</source>
            <translation>无法读取 {name}（{detail}）。</translation>
        </message>
        <message>
            <source>It holds no key, no secret and no proxy; give those yourself.</source>
            <translation>其中不含密钥、Client Secret 和代理设置，需自行提供。</translation>
        </message>
    </context>
    <context>
        <name>ProjectsPanel</name>
        <message>
            <source>Projects</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Project ID  {id}</source>
            <translation>项目 ID  {id}</translation>
        </message>
        <message>
            <source>Client ID  {id}</source>
            <translation>Client ID  {id}</translation>
        </message>
        <message>
            <source>Push host  {host}</source>
            <translation>Push 地址  {host}</translation>
        </message>
        <message>
            <source>Service account (v1, v2, v3)</source>
            <translation>服务账号（v1、v2、v3）</translation>
        </message>
        <message>
            <source>Client secret (v1, v2)</source>
            <translation>Client Secret（v1、v2）</translation>
        </message>
        <message>
            <source>Kept until the program ends only</source>
            <translation>仅保留到程序结束</translation>
        </message>
        <message>
            <source>Push Kit on this computer, for trying things out: it checks like the real one and delivers to simulated phones.</source>
            <translation>运行在本机的 Push Kit，供试用：检查规则与真实服务一致，并下发到模拟手机。</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>New project</source>
            <translation>新建项目</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Edit project</source>
            <translation>编辑项目</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>连接设置</translation>
        </message>
        <message>
            <source>Proxy, certificates and waiting times</source>
            <translation>代理、证书和等待时间</translation>
        </message>
        <message>
            <source>Forget project</source>
            <translation>忘记项目</translation>
        </message>
        <message>
            <source>Forget this project and its credentials</source>
            <translation>忘记此项目及其凭据</translation>
        </message>
        <message>
            <source>Setup guide</source>
            <translation>设置向导</translation>
        </message>
        <message>
            <source>What is done in this project, and what comes next</source>
            <translation>此项目已完成的步骤和下一步</translation>
        </message>
        <message>
            <source>Check credential</source>
            <translation>检查凭据</translation>
        </message>
        <message>
            <source>Look at key, secret, IDs and clock; sends nothing</source>
            <translation>检查密钥、Client Secret、ID 和时钟；不发送任何内容</translation>
        </message>
        <message>
            <source>More ▾</source>
            <translation>更多 ▾</translation>
        </message>
        <message>
            <source>Export project…</source>
            <translation>导出项目…</translation>
        </message>
        <message>
            <source>Import project…</source>
            <translation>导入项目…</translation>
        </message>
    </context>
    <context>
        <name>ProxyPage</name>
        <message>
            <source>Proxy</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>As this computer is set up</source>
            <translation>按本机设置</translation>
        </message>
        <message>
            <source>None</source>
            <translation>不使用</translation>
        </message>
        <message>
            <source>This one:</source>
            <translation>使用以下代理：</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>http://proxy.example:8080 or socks5://proxy.example:1080</source>
            <translation>http://proxy.example:8080 或 socks5://proxy.example:1080</translation>
        </message>
        <message>
            <source>It asks for a user and a password</source>
            <translation>代理需要登录</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Not for</source>
            <translation>例外</translation>
        </message>
        <message>
            <source>hosts without the proxy: *.corp.example, 10.0.0.0/8</source>
            <translation>不经代理的主机：*.corp.example, 10.0.0.0/8</translation>
        </message>
        <message>
            <source>Everything goes straight to the network.</source>
            <translation>所有请求都直接连接网络。</translation>
        </message>
        <message>
            <source>The sandbox never goes through a proxy.</source>
            <translation>沙箱从不经过代理。</translation>
        </message>
        <message>
            <source>At the moment this computer names none for this project.</source>
            <translation>目前本机没有为此项目设置代理。</translation>
        </message>
        <message>
            <source>At the moment: {proxy}. It comes from HTTPS_PROXY or ALL_PROXY, or from the system’s settings.</source>
            <translation>目前为 {proxy}，来自 HTTPS_PROXY 或 ALL_PROXY，或系统设置。</translation>
        </message>
    </context>
    <context>
        <name>PutAwayDrafts</name>
        <message>
            <source>Without a title</source>
            <translation>无标题</translation>
        </message>
        <message>
            <source>Unsaved · {kind} · {when}</source>
            <translation>未保存 · {kind} · {when}</translation>
        </message>
    </context>
    <context>
        <name>QFileDialog</name>
        <message>
            <source>&amp;Look in:</source>
            <translation>查找范围(&amp;L)：</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>文件类型(&amp;T)：</translation>
        </message>
    </context>
    <context>
        <name>Quota</name>
        <message>
            <source>Today: {had} of {most}</source>
            <translation>今日：{had} / {most}</translation>
        </message>
        <message>
            <source>Test messages of today, counted from this computer. Other computers and programs use up the same quota. It begins anew at midnight in Beijing.</source>
            <translation>今日的测试消息数，仅统计本机发送。其他电脑和程序共用同一配额。北京时间零点重新计数。</translation>
        </message>
        <message>
            <source>Marketing messages of today to that of the chosen devices which had most, counted from this computer. A phone shows 2 a day, 5 of news apps. It begins anew at midnight in Beijing.</source>
            <translation>所选设备中今日收到资讯营销类消息最多者的条数，仅统计本机发送。手机每天展示 2 条，新闻类应用 5 条。北京时间零点重新计数。</translation>
        </message>
    </context>
    <context>
        <name>Recalling</name>
        <message>
            <source>It is under way. Stop it first.</source>
            <translation>正在发送。请先停止。</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Recall “{title}” through {project} ({environment})? Devices: {count}. Notifications that were clicked or removed stay as they are, and so does the badge.</source>
            <translation>通过 {project}（{environment}）撤回“{title}”？设备：{count}。已点击或已清除的通知保持原样，角标也不会改变。</translation>
        </message>
        <message>
            <source>a message that shows nothing</source>
            <translation>不展示内容的消息</translation>
        </message>
    </context>
    <context>
        <name>Receipt</name>
        <message>
            <source>Receipt {number}</source>
            <translation>回执 {number}</translation>
        </message>
        <message>
            <source>{meaning} (receipt {number})</source>
            <translation>{meaning}（回执 {number}）</translation>
        </message>
        <message>
            <source>Receipt says: {words}</source>
            <translation>回执称：{words}</translation>
        </message>
        <message>
            <source>none so far</source>
            <translation>尚未收到</translation>
        </message>
        <message>
            <source>At {time}</source>
            <translation>时间：{time}</translation>
        </message>
        <message>
            <source>The result {number} is not in our catalogue. Look for it in Huawei’s documents, page “Message receipt”.</source>
            <translation>目录中没有结果 {number}。请查阅华为文档“消息回执”页面。</translation>
        </message>
    </context>
    <context>
        <name>ReceiptDialog</name>
        <message>
            <source>Receipts</source>
            <translation>回执</translation>
        </message>
        <message>
            <source>Open file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Copy ▾</source>
            <translation>复制 ▾</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Open send</source>
            <translation>打开发送</translation>
        </message>
        <message>
            <source>Keep in History</source>
            <translation>保存到历史</translation>
        </message>
        <message>
            <source>Keeps them with their sends, and marks devices as dead whose token is no good any more.</source>
            <translation>与对应的发送一起保存，并将 Token 已失效的设备标记为失效。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Huawei posts receipts to the server whose address is set in AppGallery Connect, never to this window. Paste or open what it got.</source>
            <translation>华为将回执发送到 AppGallery Connect 中配置的服务器地址，不会发送到本窗口。请粘贴或打开服务器收到的内容。</translation>
        </message>
        <message>
            <source>Receipts of the sandbox come in by themselves, inside of this program, and are kept with their sends. The newest come first.</source>
            <translation>沙箱的回执在本程序内部自动送达，并与对应的发送一起保存。最新的在最前。</translation>
        </message>
        <message>
            <source>Sandbox ({count})</source>
            <translation>沙箱（{count}）</translation>
        </message>
        <message>
            <source>Mind that the signature is wrong.</source>
            <translation>请注意：签名不正确。</translation>
        </message>
        <message>
            <source>Pasted</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>What Huawei posted to your own server</source>
            <translation>华为发送到您自己服务器的内容</translation>
        </message>
        <message>
            <source>Sandbox</source>
            <translation>沙箱</translation>
        </message>
        <message>
            <source>What came in from the sandbox</source>
            <translation>沙箱送来的回执</translation>
        </message>
        <message>
            <source>Body of a callback</source>
            <translation>回调消息体</translation>
        </message>
        <message>
            <source>Paste the body of a callback here, of version 1 or 2; with its headers, if the log of your server has them.</source>
            <translation>在此粘贴回调消息体（V1 或 V2）；如服务器日志中有请求头，请一并粘贴。</translation>
        </message>
        <message>
            <source>As text</source>
            <translation>复制为文本</translation>
        </message>
        <message>
            <source>As CSV</source>
            <translation>复制为 CSV</translation>
        </message>
        <message>
            <source>Nothing came in yet: send something to the sandbox.</source>
            <translation>尚未收到回执：请先向沙箱发送消息。</translation>
        </message>
        <message>
            <source>Copied; push tokens are shortened.</source>
            <translation>已复制；Push Token 已缩写。</translation>
        </message>
    </context>
    <context>
        <name>ReceiptList</name>
        <message>
            <source>Receipt says</source>
            <translation>回执称</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>When (time of this computer)</source>
            <translation>时间（本机时区）</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Batch label</source>
            <translation>批次标签</translation>
        </message>
        <message>
            <source>Push token</source>
            <translation>Push Token</translation>
        </message>
        <message>
            <source>not in the device book</source>
            <translation>不在设备列表中</translation>
        </message>
        <message>
            <source>not in History</source>
            <translation>不在历史中</translation>
        </message>
        <message>
            <source>{title} (by its label)</source>
            <translation>{title}（按批次标签）</translation>
        </message>
    </context>
    <context>
        <name>ReceiptSignature</name>
        <message>
            <source>User name</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Used here only, and kept nowhere.</source>
            <translation>仅在此处使用，不会保存。</translation>
        </message>
        <message>
            <source>Header X-HUAWEI-CALLBACK-ID</source>
            <translation>请求头 X-HUAWEI-CALLBACK-ID</translation>
        </message>
        <message>
            <source>✓ Signature right.</source>
            <translation>✓ 签名正确。</translation>
        </message>
        <message>
            <source>✗ Signature wrong.</source>
            <translation>✗ 签名不正确。</translation>
        </message>
        <message>
            <source>Signature: cannot tell.</source>
            <translation>签名：无法判断。</translation>
        </message>
    </context>
    <context>
        <name>ReceiptTables</name>
        <message>
            <source>Receipts</source>
            <translation>回执</translation>
        </message>
    </context>
    <context>
        <name>ReceiptTelling</name>
        <message>
            <source>Status {number}: {why}</source>
            <translation>第 {number} 条：{why}</translation>
        </message>
        <message>
            <source>Not read: {count} in all.</source>
            <translation>共 {count} 条未能读取。</translation>
        </message>
        <message>
            <source>Of no send in History: {count} of {all}. They were sent from elsewhere, or their send is forgotten. They are shown here and not kept; “Copy” takes them along.</source>
            <translation>{all} 条中有 {count} 条不属于历史中的任何发送：它们由别处发送，或对应的发送已被清除。仅在此显示，不会保存；可用“复制”带走。</translation>
        </message>
        <message>
            <source>Of a send only by their batch label: {count} of {all}. They name no request of it, and are not kept.</source>
            <translation>{all} 条中有 {count} 条仅凭批次标签与发送对应：其中没有该发送的请求 ID，不会保存。</translation>
        </message>
        <message>
            <source>Kept in History: {count}.</source>
            <translation>已保存到历史：{count} 条。</translation>
        </message>
        <message>
            <source>Known already: {count}.</source>
            <translation>此前已有：{count} 条。</translation>
        </message>
        <message>
            <source>Of no send in History, and not kept: {count}.</source>
            <translation>历史中没有对应的发送，未保存：{count} 条。</translation>
        </message>
        <message>
            <source>Devices marked anew as dead or alive: {count}.</source>
            <translation>失效状态有变化的设备：{count} 台。</translation>
        </message>
    </context>
    <context>
        <name>RecentMenu</name>
        <message>
            <source>&amp;Clear this list</source>
            <translation>清空此列表(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>Renewal</name>
        <message>
            <source>{name} (old token)</source>
            <translation>{name}（旧 Token）</translation>
        </message>
    </context>
    <context>
        <name>ReportList</name>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>To</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Why, or the value</source>
            <translation>原因或值</translation>
        </message>
    </context>
    <context>
        <name>RequestChooser</name>
        <message>
            <source>Request</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>Request </source>
            <comment>before its number</comment>
            <translation>请求 </translation>
        </message>
        <message>
            <source>Request before</source>
            <translation>上一个请求</translation>
        </message>
        <message>
            <source>Next request</source>
            <translation>下一个请求</translation>
        </message>
        <message>
            <source> of {total}</source>
            <translation> / {total}</translation>
        </message>
    </context>
    <context>
        <name>RequestPage</name>
        <message>
            <source>Laid out</source>
            <translation>格式化</translation>
        </message>
        <message>
            <source>JSON on many lines, long lists cut</source>
            <translation>JSON 分行显示，长列表截断</translation>
        </message>
        <message>
            <source>As sent</source>
            <translation>原样</translation>
        </message>
        <message>
            <source>Every byte of the body, as it went out</source>
            <translation>请求体的每个字节，与发出时一致</translation>
        </message>
        <message>
            <source>Reveal</source>
            <translation>显示凭证</translation>
        </message>
        <message>
            <source>Show the bearer for 30 seconds</source>
            <translation>显示 Bearer 30 秒</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the request</source>
            <translation>复制请求</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>The exact request of the send that is shown, secrets masked.</source>
            <translation>所示发送的完整请求，密钥已隐藏。</translation>
        </message>
        <message>
            <source>{size} bytes, tokens: {count}</source>
            <translation>{size} 字节，Token 数：{count}</translation>
        </message>
    </context>
    <context>
        <name>ResponsePage</name>
        <message>
            <source>Tree</source>
            <translation>树形</translation>
        </message>
        <message>
            <source>Status, headers and body, opened</source>
            <translation>展开的状态、响应头和响应体</translation>
        </message>
        <message>
            <source>Raw</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>The answer as it came</source>
            <translation>收到的原始响应</translation>
        </message>
        <message>
            <source>Copy request ID</source>
            <translation>复制 requestId</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the answer</source>
            <translation>复制响应</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>响应</translation>
        </message>
        <message>
            <source>Push Kit’s answer: status line, headers, body.</source>
            <translation>Push Kit 的响应：状态行、响应头、响应体。</translation>
        </message>
        <message>
            <source>Waiting for the answer…</source>
            <translation>正在等待响应…</translation>
        </message>
        <message>
            <source>Refused for now; sent again in {seconds} s.</source>
            <translation>暂时被拒绝，{seconds} 秒后重发。</translation>
        </message>
        <message>
            <source>Copy value</source>
            <translation>复制值</translation>
        </message>
        <message>
            <source>Copy path</source>
            <translation>复制路径</translation>
        </message>
        <message>
            <source>Open all</source>
            <translation>全部展开</translation>
        </message>
        <message>
            <source>Close all</source>
            <translation>全部折叠</translation>
        </message>
    </context>
    <context>
        <name>ResultListModel</name>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>回执</translation>
        </message>
        <message>
            <source>Request ID</source>
            <translation>requestId</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>响应时间</translation>
        </message>
        <message>
            <source>Push token</source>
            <translation>Push Token</translation>
        </message>
    </context>
    <context>
        <name>ResultMenu</name>
        <message>
            <source>Send again only to these</source>
            <translation>仅向这些设备再次发送</translation>
        </message>
        <message>
            <source>Sort by</source>
            <translation>排序方式</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <translation>复制行</translation>
        </message>
        <message>
            <source>Copy push token</source>
            <translation>复制 Push Token</translation>
        </message>
        <message>
            <source>Copy request ID</source>
            <translation>复制 requestId</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>解释</translation>
        </message>
        <message>
            <source>Accepted, but nothing on the phone?</source>
            <translation>已受理，但手机上没有显示？</translation>
        </message>
        <message>
            <source>In the order of the devices</source>
            <translation>按设备顺序</translation>
        </message>
    </context>
    <context>
        <name>ResultsPanel</name>
        <message>
            <source>That is too much for the clipboard: export it instead.</source>
            <translation>内容太多，剪贴板放不下，请改用导出。</translation>
        </message>
        <message>
            <source>Search results</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>Search device, token, reason, code, receipt, request ID</source>
            <translation>搜索设备、Token、原因、错误码、回执、requestId</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>The send that was shown here is forgotten.</source>
            <translation>此处显示的发送已被忘记。</translation>
        </message>
        <message>
            <source>Nothing has been sent yet in this run.

Ctrl+Enter   send to the chosen devices
F8   go to the next problem
Ctrl+.   stop a running send</source>
            <translation>本次运行还没有发送过消息。

Ctrl+Enter   发送到所选设备
F8   转到下一个问题
Ctrl+.   停止正在进行的发送</translation>
        </message>
        <message>
            <source>No row matches. Press the numbers above, or empty the search.</source>
            <translation>没有匹配的行。请点击上方的数字，或清空搜索。</translation>
        </message>
    </context>
    <context>
        <name>RiskCard</name>
        <message>
            <source>▲ At risk</source>
            <translation>▲ 有风险</translation>
        </message>
    </context>
    <context>
        <name>RouteDialog</name>
        <message>
            <source>What becomes of this message</source>
            <translation>这条消息会怎样</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>It follows what you write in the window.</source>
            <translation>随窗口中的编辑实时更新。</translation>
        </message>
        <message>
            <source>No state of ours changes that.</source>
            <translation>与应用和手机的状态无关。</translation>
        </message>
    </context>
    <context>
        <name>RouteLine</name>
        <message>
            <source>State by state…</source>
            <translation>各状态详情…</translation>
        </message>
        <message>
            <source>What happens with the app in front, not running, the phone locked…</source>
            <translation>应用在前台、未运行、手机锁屏等情况下分别会怎样</translation>
        </message>
        <message>
            <source>System</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>App</source>
            <translation>应用</translation>
        </message>
        <message>
            <source>System + app</source>
            <translation>系统 + 应用</translation>
        </message>
        <message>
            <source>▲ Mixed</source>
            <translation>▲ 混合</translation>
        </message>
        <message>
            <source>Other system</source>
            <translation>其他系统</translation>
        </message>
    </context>
    <context>
        <name>SampleFinder</name>
        <message>
            <source>Search samples</source>
            <translation>搜索示例</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>No sample has all of these words.</source>
            <translation>没有包含全部这些词的示例。</translation>
        </message>
    </context>
    <context>
        <name>SampleView</name>
        <message>
            <source>The sample as JSON</source>
            <translation>JSON 形式的示例</translation>
        </message>
    </context>
    <context>
        <name>ScenarioJoins</name>
        <message>
            <source>The sandbox is switched off: no connection</source>
            <translation>沙箱已关闭：无法连接</translation>
        </message>
        <message>
            <source>Its port is closed. What waits for an answer gets none.</source>
            <translation>端口已关闭，等待响应的请求不会得到响应。</translation>
        </message>
        <message>
            <source>The sandbox could not open a port ({detail}).</source>
            <translation>沙箱无法打开端口（{detail}）。</translation>
        </message>
    </context>
    <context>
        <name>ScenarioNotes</name>
        <message>
            <source>What to look for</source>
            <translation>检查要点</translation>
        </message>
        <message>
            <source>What to look for on the phone in this scenario</source>
            <translation>此场景需在手机上检查的要点</translation>
        </message>
    </context>
    <context>
        <name>SchematicView</name>
        <message>
            <source>Preview as a schematic</source>
            <translation>示意图预览</translation>
        </message>
    </context>
    <context>
        <name>ScreenShare</name>
        <message>
            <source>token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>ID</source>
            <translation>ID</translation>
        </message>
        <message>
            <source>project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>secret</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>host</source>
            <translation>主机</translation>
        </message>
        <message>
            <source>Screen-share mode: tokens, IDs, project names, keys, hosts and folders are hidden, but not in the system’s file dialogs. What you copy, export or send is still the real thing.</source>
            <translation>屏幕共享模式：Token、ID、项目名称、密钥、主机和文件夹均已隐藏，系统的文件对话框除外。复制、导出和发送的仍是真实内容。</translation>
        </message>
    </context>
    <context>
        <name>SecretBar</name>
        <message>
            <source>Copy bearer</source>
            <translation>复制 Bearer</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <source>The bearer is not at hand: in this run nothing was sent with this project’s credential.</source>
            <translation>没有可显示的 Bearer：本次运行尚未用该项目的凭证发送过。</translation>
        </message>
        <message>
            <source>The bearer in force now: {secret}</source>
            <translation>当前使用的 Bearer：{secret}</translation>
        </message>
        <message>
            <source>Copied. After {seconds} s, and when the program ends, it is taken off the clipboard if it is still there.</source>
            <translation>已复制。{seconds} 秒后以及程序结束时，如果它还在剪贴板上，会被清除。</translation>
        </message>
    </context>
    <context>
        <name>SecretPlace</name>
        <message>
            <source>Keep only until the program ends</source>
            <translation>仅保留到程序结束</translation>
        </message>
        <message>
            <source>Kept in memory only: key and secret of this project are gone when the program ends, and have to be given again.</source>
            <translation>仅保存在内存中：程序结束后，此项目的密钥和 Client Secret 即消失，需重新提供。</translation>
        </message>
    </context>
    <context>
        <name>SecretRow</name>
        <message>
            <source>Client secret</source>
            <translation>Client Secret</translation>
        </message>
        <message>
            <source>kept; type here to replace it</source>
            <translation>已保管；在此输入可替换</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Show client secret</source>
            <translation>显示 Client Secret</translation>
        </message>
    </context>
    <context>
        <name>SendGate</name>
        <message>
            <source>Nothing has been sent yet in this run.</source>
            <translation>本次运行中还没有发送过消息。</translation>
        </message>
        <message>
            <source>The last send went through {name}. Choose it first.</source>
            <translation>上一次发送使用的是 {name}，请先选择该项目。</translation>
        </message>
        <message>
            <source>Choose a project first.</source>
            <translation>请先选择项目。</translation>
        </message>
        <message>
            <source>That send went through {name}. Choose it first.</source>
            <translation>该次发送使用的是项目 {name}，请先选择它。</translation>
        </message>
        <message>
            <source>It would be refused now: {why}</source>
            <translation>现在发送会被拒绝：{why}</translation>
        </message>
        <message>
            <source>{question} {count} of them may have it already: look at a phone first.</source>
            <translation>{question}其中 {count} 台可能已经收到：请先查看手机。</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Send “{title}” through {project} ({environment}) to every device of {target}?</source>
            <translation>通过 {project}（{environment}）向 {target} 的所有设备发送“{title}”？</translation>
        </message>
        <message>
            <source>Send “{title}” through {project} ({environment})? Devices: {count}.</source>
            <translation>通过 {project}（{environment}）发送“{title}”？设备：{count} 台。</translation>
        </message>
        <message>
            <source>a message that shows nothing</source>
            <translation>一条不展示的消息</translation>
        </message>
    </context>
    <context>
        <name>SendTitle</name>
        <message>
            <source>(shows nothing)</source>
            <translation>（不展示内容）</translation>
        </message>
        <message>
            <source>Recall of “{title}”</source>
            <translation>撤回“{title}”</translation>
        </message>
    </context>
    <context>
        <name>SendingDialog</name>
        <message>
            <source>Sending and history</source>
            <translation>发送与历史</translation>
        </message>
        <message>
            <source>Devices a second</source>
            <translation>每秒设备数</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Requests at a time</source>
            <translation>同时请求数</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>发送设置</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Push Kit slows an app down that sends too fast; 6000 is the least it allows. Holds for sends under way too. The sandbox has no limit.</source>
            <translation>应用发送过快时 Push Kit 会限流；6000 是其保证的最低速度。对进行中的发送同样生效。沙箱不限速。</translation>
        </message>
        <message>
            <source>1 to 8. More than 8 brings answers no sooner, and the window begins to stutter. Fewer leave less Unknown after a stop. Holds from the next send on.</source>
            <translation>1 到 8。超过 8 并不会更快得到应答，窗口反而会卡顿。数量少一些，停止后结果未知的设备也更少。从下一次发送起生效。</translation>
        </message>
        <message>
            <source>As at first</source>
            <translation>恢复默认</translation>
        </message>
    </context>
    <context>
        <name>SetupDialog</name>
        <message>
            <source>Setup guide</source>
            <translation>设置向导</translation>
        </message>
        <message>
            <source>{done} of {all} done</source>
            <translation>已完成 {done} / {all}</translation>
        </message>
        <message>
            <source>No project of your own yet</source>
            <translation>尚无自己的项目</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤内容</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>SetupGuide</name>
        <message>
            <source>On the sandbox: choose a phone in the device list, then ⋯ › On the simulated phone › Install the app again. Send, read the receipt under Results, and take the new token.</source>
            <translation>已切换到沙箱：在设备列表中选择一部手机，然后点击 ⋯ › 在模拟手机上 › 重新安装应用。发送后在“结果”中查看回执，再采用新 Token。</translation>
        </message>
    </context>
    <context>
        <name>SetupJoins</name>
        <message>
            <source>The sample message</source>
            <translation>示例消息</translation>
        </message>
    </context>
    <context>
        <name>SetupListModel</name>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>open</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>{title} (optional)</source>
            <translation>{title}（可选）</translation>
        </message>
    </context>
    <context>
        <name>SetupPage</name>
        <message>
            <source>This step ticks itself.</source>
            <translation>此步骤会自动勾选。</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Done: {step}</source>
            <translation>已完成：{step}</translation>
        </message>
        <message>
            <source>Nobody here can see this step: tick it when it is done</source>
            <translation>程序无法得知此步骤的状态：完成后请手动勾选</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>本程序</translation>
        </message>
        <message>
            <source>Huawei’s console</source>
            <translation>华为控制台</translation>
        </message>
        <message>
            <source>Your app</source>
            <translation>您的应用</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Without it</source>
            <translation>缺少这一步时</translation>
        </message>
        <message>
            <source>Receipt {result}</source>
            <translation>回执 {result}</translation>
        </message>
        <message>
            <source>In the app {code}</source>
            <translation>应用内 {code}</translation>
        </message>
        <message>
            <source>Make the project here first</source>
            <translation>请先在此创建项目</translation>
        </message>
        <message>
            <source>New project…</source>
            <translation>新建项目…</translation>
        </message>
        <message>
            <source>Send the sample to the sandbox</source>
            <translation>向沙箱发送示例</translation>
        </message>
        <message>
            <source>Open the project…</source>
            <translation>打开项目…</translation>
        </message>
        <message>
            <source>Paste a token</source>
            <translation>粘贴 Token</translation>
        </message>
        <message>
            <source>Find it in the device log…</source>
            <translation>在设备日志中查找…</translation>
        </message>
        <message>
            <source>Rehearse a new token</source>
            <translation>演练 Token 更新</translation>
        </message>
        <message>
            <source>Go to Send, as a test message</source>
            <translation>以测试消息前往发送</translation>
        </message>
        <message>
            <source>Go to the switch</source>
            <translation>前往开关</translation>
        </message>
    </context>
    <context>
        <name>SheetChoice</name>
        <message>
            <source>Sheet</source>
            <translation>执行单</translation>
        </message>
        <message>
            <source>Name of the sheet</source>
            <translation>执行单名称</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
    </context>
    <context>
        <name>SheetDialog</name>
        <message>
            <source>Test run sheet</source>
            <translation>测试执行单</translation>
        </message>
        <message>
            <source>Test run</source>
            <translation>测试执行</translation>
        </message>
        <message>
            <source>New sheet</source>
            <translation>新建执行单</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Remove sheet</source>
            <translation>移除执行单</translation>
        </message>
        <message>
            <source>Add scenario</source>
            <translation>添加场景</translation>
        </message>
        <message>
            <source>The message being written</source>
            <translation>正在编写的消息</translation>
        </message>
        <message>
            <source>Message files…</source>
            <translation>消息文件…</translation>
        </message>
        <message>
            <source>A sample…</source>
            <translation>示例…</translation>
        </message>
        <message>
            <source>Add ticked devices</source>
            <translation>添加已勾选的设备</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Take scenario out</source>
            <translation>移出场景</translation>
        </message>
        <message>
            <source>Take device out</source>
            <translation>移除设备</translation>
        </message>
        <message>
            <source>Send next</source>
            <translation>发送下一个</translation>
        </message>
        <message>
            <source>Send the next scenario (Ctrl+Enter)</source>
            <translation>发送下一个场景（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Send this again</source>
            <translation>重新发送此场景</translation>
        </message>
        <message>
            <source>The sheet is removed. Ctrl+Z brings it back.</source>
            <translation>执行单已移除。按 Ctrl+Z 可恢复。</translation>
        </message>
        <message>
            <source>Taken out. Ctrl+Z brings it back.</source>
            <translation>已移出，按 Ctrl+Z 可恢复。</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>移动</translation>
        </message>
        <message>
            <source>Scenarios: {count}.

Tick devices in the list of the main window, then press “Add ticked devices”.</source>
            <translation>场景：{count} 个。

请在主窗口的列表中勾选设备，然后点击“添加已勾选的设备”。</translation>
        </message>
        <message>
            <source>Devices: {count}.

Now add scenarios.</source>
            <translation>设备：{count} 台。

接下来请添加场景。</translation>
        </message>
        <message>
            <source>Nothing to test yet.

Add scenarios: the message being written, message files, or samples.
Add the devices that are ticked in the list.
Then send one scenario after the other, and mark what the phones show.</source>
            <translation>尚无测试内容。

添加场景：正在编写的消息、消息文件或示例。
添加列表中已勾选的设备。
然后逐个发送场景，并标记手机上的实际效果。</translation>
        </message>
    </context>
    <context>
        <name>SheetListModel</name>
        <message>
            <source>Scenario</source>
            <translation>场景</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Push Kit</source>
            <translation>Push Kit</translation>
        </message>
        <message>
            <source>Seen on the phone</source>
            <translation>手机效果</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>SheetReports</name>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>HTML with pictures…</source>
            <translation>HTML（含图片）…</translation>
        </message>
        <message>
            <source>Markdown, without pictures…</source>
            <translation>Markdown（不含图片）…</translation>
        </message>
        <message>
            <source>JUnit XML, without pictures…</source>
            <translation>JUnit XML（不含图片）…</translation>
        </message>
        <message>
            <source>Include push tokens</source>
            <translation>包含 Push Token</translation>
        </message>
        <message>
            <source>It holds whole push tokens.</source>
            <translation>其中包含完整的 Push Token。</translation>
        </message>
        <message>
            <source>Push tokens in it are shortened.</source>
            <translation>其中的 Push Token 已缩短。</translation>
        </message>
    </context>
    <context>
        <name>SheetShelf</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>New sheet</source>
            <translation>新建执行单</translation>
        </message>
        <message>
            <source>Remove sheet</source>
            <translation>移除执行单</translation>
        </message>
        <message>
            <source>{name} (copy)</source>
            <translation>{name}（副本）</translation>
        </message>
        <message>
            <source>Duplicate sheet</source>
            <translation>复制执行单</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Test run</source>
            <translation>测试执行</translation>
        </message>
    </context>
    <context>
        <name>Sheets</name>
        <message>
            <source>(shows nothing)</source>
            <translation>（不展示内容）</translation>
        </message>
        <message>
            <source>Add a sample</source>
            <translation>添加示例</translation>
        </message>
        <message>
            <source>It becomes a scenario of the sheet; Undo takes it out again.</source>
            <translation>将作为场景加入执行单；撤销可将其移出。</translation>
        </message>
        <message>
            <source>A sheet is for people: it takes {most} devices at most.</source>
            <translation>执行单供人工核对，最多 {most} 台设备。</translation>
        </message>
        <message>
            <source>Add devices</source>
            <translation>添加设备</translation>
        </message>
        <message>
            <source>Every scenario has gone to every device.</source>
            <translation>所有场景均已发送到所有设备。</translation>
        </message>
        <message>
            <source>This sheet is of another project. Choose it.</source>
            <translation>此执行单属于另一个项目，请先选择该项目。</translation>
        </message>
        <message>
            <source>It is being sent. Wait for the answers.</source>
            <translation>正在发送，请等待结果。</translation>
        </message>
    </context>
    <context>
        <name>SizeMeter</name>
        <message>
            <source>Bytes of the message as compact UTF-8 JSON, without the tokens.
Push Kit refuses more with 80300008. A Chinese character is 3 bytes.
Click to see what takes them.</source>
            <translation>消息按紧凑 UTF-8 JSON 计算的字节数，不含 Token。
超出时 Push Kit 以 80300008 拒绝。一个汉字占 3 字节。
点击可查看各部分的占用。</translation>
        </message>
        <message>
            <source>{size} of {allowed}: cut {excess} bytes</source>
            <translation>{size} / {allowed}：须减少 {excess} 字节</translation>
        </message>
        <message>
            <source>{size} of {allowed} bytes</source>
            <translation>{size} / {allowed} 字节</translation>
        </message>
        <message>
            <source>Size: {text}</source>
            <translation>大小：{text}</translation>
        </message>
        <message>
            <source>Largest: {parts}</source>
            <translation>最大的部分：{parts}</translation>
        </message>
        <message>
            <source>{name}: {size} bytes, {share} %</source>
            <translation>{name}：{size} 字节，{share} %</translation>
        </message>
        <message>
            <source>All the rest</source>
            <translation>其余部分</translation>
        </message>
    </context>
    <context>
        <name>SnippetBox</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>✓ Copied</source>
            <translation>✓ 已复制</translation>
        </message>
    </context>
    <context>
        <name>Strip</name>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Setup guide</source>
            <translation>设置向导</translation>
        </message>
        <message>
            <source>From nothing to the first push, step by step; also under Help</source>
            <translation>从零到第一条推送，逐步完成；也可从“帮助”打开</translation>
        </message>
        <message>
            <source>Screen share</source>
            <translation>屏幕共享</translation>
        </message>
        <message>
            <source>End screen-share mode</source>
            <translation>结束屏幕共享模式</translation>
        </message>
        <message>
            <source>Tokens, IDs, project names and keys are hidden. Press to show them again (Ctrl+Shift+H)</source>
            <translation>Token、ID、项目名称和密钥已隐藏。点击可重新显示 (Ctrl+Shift+H)</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Check without sending (Ctrl+Shift+V)</source>
            <translation>只检查不发送（Ctrl+Shift+V）</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop the running sends (Ctrl+.)</source>
            <translation>停止正在进行的发送（Ctrl+.）</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Environment: {word}</source>
            <translation>环境：{word}</translation>
        </message>
        <message>
            <source>Validate only</source>
            <translation>仅校验</translation>
        </message>
        <message>
            <source>Push Kit checks the message and delivers nothing</source>
            <translation>Push Kit 只校验消息，不下发</translation>
        </message>
        <message>
            <source>Test message</source>
            <translation>测试消息</translation>
        </message>
        <message>
            <source>Delivered, outside the quotas: at most 10 devices a request, 1000 requests a project and day</source>
            <translation>正常下发，不计入配额：每次请求最多 10 台设备，每个项目每天最多 1000 次请求</translation>
        </message>
        <message>
            <source>Devices: {count}</source>
            <translation>设备：{count}</translation>
        </message>
        <message>
            <source>To a topic</source>
            <translation>发往主题</translation>
        </message>
        <message>
            <source>Send to the chosen devices (Ctrl+Enter)</source>
            <translation>发送到所选设备（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>▲ Warnings: {count}</source>
            <translation>▲ 警告：{count}</translation>
        </message>
    </context>
    <context>
        <name>TagEntry</name>
        <message>
            <source>Language tag</source>
            <translation>语言标签</translation>
        </message>
        <message>
            <source>such as pt-BR</source>
            <translation>如 pt-BR</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>A BCP 47 tag: language, script, region</source>
            <translation>BCP 47 标签：语言、文字、地区</translation>
        </message>
        <message>
            <source>This language is there already.</source>
            <translation>已有此语言。</translation>
        </message>
        <message>
            <source>No language tag. They look like en, zh-Hans or pt-BR.</source>
            <translation>不是语言标签。应如 en、zh-Hans 或 pt-BR。</translation>
        </message>
    </context>
    <context>
        <name>TextMenu</name>
        <message>
            <source>Find &amp;next</source>
            <translation>查找下一个(&amp;N)</translation>
        </message>
        <message>
            <source>Find &amp;previous</source>
            <translation>查找上一个(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Complete key or value</source>
            <translation>补全键或值(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Fold</source>
            <translation>折叠(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Unfold</source>
            <translation>展开(&amp;U)</translation>
        </message>
        <message>
            <source>Fold &amp;all</source>
            <translation>全部折叠(&amp;A)</translation>
        </message>
        <message>
            <source>Unfold a&amp;ll</source>
            <translation>全部展开(&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Credential</source>
            <translation>获取凭证</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>TLS</source>
            <translation>TLS</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Wait for the answer</source>
            <translation>等待响应</translation>
        </message>
        <message>
            <source>Read the answer</source>
            <translation>读取响应</translation>
        </message>
    </context>
    <context>
        <name>TimelineModel</name>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>耗时</translation>
        </message>
        <message>
            <source>Attempt {number}: {what}, repeated after {seconds} s</source>
            <translation>第 {number} 次：{what}，{seconds} 秒后重发</translation>
        </message>
        <message>
            <source>Attempt {number}: {what}</source>
            <translation>第 {number} 次：{what}</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>无响应</translation>
        </message>
    </context>
    <context>
        <name>TimelinePage</name>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Where the time of a request went: credential, connection, TLS, sending, waiting, reading.</source>
            <translation>请求各阶段的耗时：获取凭证、连接、TLS、发送、等待、读取。</translation>
        </message>
        <message>
            <source>Waiting for the answer…</source>
            <translation>正在等待响应…</translation>
        </message>
        <message>
            <source>It never left this computer, or its times were not noted.</source>
            <translation>请求未离开本机，或未记录时间。</translation>
        </message>
        <message>
            <source>Began at {time}</source>
            <translation>开始于 {time}</translation>
        </message>
        <message>
            <source>{time} after the send: its turn by pace and order</source>
            <translation>发送开始 {time} 后轮到（按速率和次序）</translation>
        </message>
        <message>
            <source>took {time} in all</source>
            <translation>共耗时 {time}</translation>
        </message>
        <message>
            <source>on a connection that was open already</source>
            <translation>复用已有连接</translation>
        </message>
    </context>
    <context>
        <name>TokenEntry</name>
        <message>
            <source>Tokens to add</source>
            <translation>要添加的 Token</translation>
        </message>
        <message>
            <source>Paste push tokens here: one a line, or separated by commas</source>
            <translation>在此粘贴 Push Token：每行一个，或以逗号分隔</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add the pasted tokens</source>
            <translation>添加粘贴的 Token</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Read push tokens from a file</source>
            <translation>从文件读取 Push Token</translation>
        </message>
        <message>
            <source>There is no token in this text. Paste one token a line.</source>
            <translation>这段文本中没有 Token。请每行粘贴一个 Token。</translation>
        </message>
    </context>
    <context>
        <name>TokenImportDialog</name>
        <message>
            <source>Choose file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Take the list from the clipboard (Ctrl+V)</source>
            <translation>从剪贴板获取列表（Ctrl+V）</translation>
        </message>
        <message>
            <source>Choose a file, drop one here, or paste a list (Ctrl+V). Text, CSV, TSV, JSON and Excel are read; blanks and quotes are cleaned away, and each token is taken once.</source>
            <translation>选择文件、将文件拖到此处，或粘贴列表（Ctrl+V）。支持文本、CSV、TSV、JSON 和 Excel；空白和引号会被去除，重复的 Token 只保留一个。</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>读取中</translation>
        </message>
        <message>
            <source>From a device log…</source>
            <translation>从设备日志中查找…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take out again what this import added</source>
            <translation>移除本次导入所添加的设备</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Pasted text</source>
            <translation>粘贴的文本</translation>
        </message>
        <message>
            <source>Import devices into {project}</source>
            <translation>将设备导入“{project}”</translation>
        </message>
        <message>
            <source>Stopped. Nothing was added.</source>
            <translation>已停止，未添加任何设备。</translation>
        </message>
        <message>
            <source>The import is undone.</source>
            <translation>已撤销导入。</translation>
        </message>
    </context>
    <context>
        <name>Translating</name>
        <message>
            <source>{name}: {reason}</source>
            <translation>{name}：{reason}</translation>
        </message>
        <message>
            <source>Import texts</source>
            <translation>导入文本</translation>
        </message>
        <message>
            <source>{name} is written: UTF-8, as Excel and translators take it.</source>
            <translation>已写入 {name}：UTF-8 编码，Excel 和翻译人员可直接使用。</translation>
        </message>
        <message>
            <source>{name} is there already. Exporting replaces it.</source>
            <translation>{name} 已存在，导出会替换它。</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <source>Texts taken in from {name}: {count} ({tags}). Undo takes them out.</source>
            <translation>已从 {name} 导入文本：{count} 条 ({tags})。可撤销。</translation>
        </message>
        <message>
            <source>Left out, because this message has no such text: {paths}.</source>
            <translation>已跳过，此消息没有这些文本：{paths}。</translation>
        </message>
        <message>
            <source>Left out, because these name no language: {tags}.</source>
            <translation>已跳过，不是语言标签：{tags}。</translation>
        </message>
        <message>
            <source>Empty cells: {count}. What was there before stays.</source>
            <translation>空单元格：{count}。原有内容不变。</translation>
        </message>
    </context>
    <context>
        <name>TrialView</name>
        <message>
            <source>What the test saw</source>
            <translation>测试结果</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Copy all of this, to hand it to your IT</source>
            <translation>复制全部内容，以便提供给 IT 部门</translation>
        </message>
    </context>
    <context>
        <name>TrialWords</name>
        <message>
            <source>{host}: the connection works.</source>
            <translation>{host}：连接正常。</translation>
        </message>
        <message>
            <source>{host}: the connection works, but nobody checked who answered.</source>
            <translation>{host}：可以连接，但没有验证应答者的身份。</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>连接到</translation>
        </message>
        <message>
            <source>Trusted</source>
            <translation>信任</translation>
        </message>
        <message>
            <source>Client certificate</source>
            <translation>客户端证书</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>加密</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>响应</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时钟</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>{proxy}, from these settings</source>
            <translation>{proxy}，来自此处的设置</translation>
        </message>
        <message>
            <source>{proxy}, as this computer is set up</source>
            <translation>{proxy}，来自本机设置</translation>
        </message>
        <message>
            <source>{peer}, the proxy</source>
            <translation>{peer}（代理）</translation>
        </message>
        <message>
            <source>anybody: checks are off</source>
            <translation>任何应答者：证书验证已关闭</translation>
        </message>
        <message>
            <source>the usual authorities and those of this computer</source>
            <translation>常用的颁发机构和本机信任的颁发机构</translation>
        </message>
        <message>
            <source>the usual authorities, and {file}</source>
            <translation>常用的颁发机构，以及 {file}</translation>
        </message>
        <message>
            <source>only {file}</source>
            <translation>仅 {file}</translation>
        </message>
        <message>
            <source>{subject}, issued by {issuer}, until {day}</source>
            <translation>{subject}，由 {issuer} 签发，有效期至 {day}</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>HTTP {status} in {seconds} s (nothing was asked for, so any will do)</source>
            <translation>HTTP {status}，用时 {seconds} 秒（未请求任何内容，任何响应均可）</translation>
        </message>
    </context>
    <context>
        <name>TrustPage</name>
        <message>
            <source>Trusted</source>
            <translation>信任</translation>
        </message>
        <message>
            <source>The usual authorities and those of this computer</source>
            <translation>常用的颁发机构和本机信任的颁发机构</translation>
        </message>
        <message>
            <source>These, and the authority in a file</source>
            <translation>上述机构，以及文件中的颁发机构</translation>
        </message>
        <message>
            <source>Only the authority in a file</source>
            <translation>仅文件中的颁发机构</translation>
        </message>
        <message>
            <source>CA file</source>
            <translation>CA 文件</translation>
        </message>
        <message>
            <source>ca.pem, from your IT</source>
            <translation>ca.pem，由 IT 部门提供</translation>
        </message>
        <message>
            <source>Client certificate</source>
            <translation>客户端证书</translation>
        </message>
        <message>
            <source>none; a .pem file if the server or proxy asks for one</source>
            <translation>无；如果服务器或代理要求，请选择 .pem 文件</translation>
        </message>
        <message>
            <source>Its key</source>
            <translation>证书私钥</translation>
        </message>
        <message>
            <source>in the same file</source>
            <translation>在同一文件中</translation>
        </message>
        <message>
            <source>Password of the key</source>
            <translation>私钥密码</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Do not check certificates</source>
            <translation>不验证证书</translation>
        </message>
        <message>
            <source>Unsafe: whoever is on the way can read the credential and the messages, and change them. Only for a test server of your own. A CA file is the safe way.</source>
            <translation>不安全：途中的任何人都能读取并篡改凭据和消息。仅用于您自己的测试服务器。更安全的做法是使用 CA 文件。</translation>
        </message>
        <message>
            <source>TLS 1.2 or newer, always. Files stay where they are.</source>
            <translation>始终使用 TLS 1.2 或更高版本。文件保留在原处。</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Certificates (*.pem *.crt *.cer *.key *.der);;All files (*)</source>
            <translation>证书 (*.pem *.crt *.cer *.key *.der);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Choose: {name}</source>
            <translation>选择：{name}</translation>
        </message>
    </context>
    <context>
        <name>UncheckedBar</name>
        <message>
            <source>Check certificates</source>
            <translation>恢复验证证书</translation>
        </message>
        <message>
            <source>✕ NOT CHECKED: {name} sends to whoever answers. On the way the credential and the messages can be read and changed.</source>
            <translation>✕ 未验证证书：{name} 会发送给任何应答者，凭据和消息在途中可能被读取和篡改。</translation>
        </message>
    </context>
    <context>
        <name>VariableListModel</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Name a new one…</source>
            <translation>新占位符的名称…</translation>
        </message>
    </context>
    <context>
        <name>VariablesDialog</name>
        <message>
            <source>Placeholders of {project}</source>
            <translation>{project} 的占位符</translation>
        </message>
        <message>
            <source>Placeholders of one’s own</source>
            <translation>自定义占位符</translation>
        </message>
        <message>
            <source>Write {{name}} in a text or in the data, and the value goes out in its place. Kept on this computer, not in message files.</source>
            <translation>在文本或数据中写 {{name}}，发送时以其值代替。保存在本机，不写入消息文件。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>“{name}” cannot be a name: it begins with a letter, goes on with letters, digits, “_”, “-” and “.”, stands once, and is none of counter, time, uuid, device.label.</source>
            <translation>“{name}”不能作为名称：名称以字母开头，由字母、数字、“_”“-”和“.”组成，不能重复，也不能是 counter、time、uuid、device.label。</translation>
        </message>
    </context>
    <context>
        <name>Verdict</name>
        <message>
            <source>{words} ({code})</source>
            <translation>{words}（{code}）</translation>
        </message>
        <message>
            <source>The server’s certificate is not accepted; nothing was sent.</source>
            <translation>服务器的证书不被信任，未发送任何内容。</translation>
        </message>
        <message>
            <source>The server wants a client certificate; nothing was sent.</source>
            <translation>服务器要求客户端证书，未发送任何内容。</translation>
        </message>
        <message>
            <source>No safe connection to the server; nothing was sent.</source>
            <translation>无法与服务器建立安全连接，未发送任何内容。</translation>
        </message>
        <message>
            <source>The proxy asks for a sign-in; nothing was sent.</source>
            <translation>代理要求登录，未发送任何内容。</translation>
        </message>
        <message>
            <source>The proxy wants a sign-in not known here; nothing was sent.</source>
            <translation>代理要求本程序不支持的登录方式，未发送任何内容。</translation>
        </message>
        <message>
            <source>The server’s name cannot be found; nothing was sent.</source>
            <translation>找不到服务器的主机名，未发送任何内容。</translation>
        </message>
        <message>
            <source>The proxy cannot be reached; nothing was sent.</source>
            <translation>无法连接代理，未发送任何内容。</translation>
        </message>
        <message>
            <source>The proxy’s address cannot be used; nothing was sent.</source>
            <translation>代理地址不可用，未发送任何内容。</translation>
        </message>
        <message>
            <source>The CA file cannot be used; nothing was sent.</source>
            <translation>CA 文件不可用，未发送任何内容。</translation>
        </message>
        <message>
            <source>The client certificate cannot be used; nothing was sent.</source>
            <translation>客户端证书不可用，未发送任何内容。</translation>
        </message>
        <message>
            <source>The connection’s settings cannot be used; nothing was sent.</source>
            <translation>连接设置不可用，未发送任何内容。</translation>
        </message>
        <message>
            <source>No connection; nothing was sent.</source>
            <translation>没有连接，未发送任何内容。</translation>
        </message>
        <message>
            <source>Push Kit took it. Whether the phone showed it is not known here.</source>
            <translation>Push Kit 已受理。手机是否显示，此处无从得知。</translation>
        </message>
        <message>
            <source>→ “Send again ▾” above the list sends to all that were rejected.</source>
            <translation>→ 列表上方的“再次发送 ▾”可重新发送给所有被拒绝的设备。</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已受理</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>未发送</translation>
        </message>
        <message>
            <source>Waiting…</source>
            <translation>等待中…</translation>
        </message>
        <message>
            <source>{count} {word}</source>
            <translation>{word} {count}</translation>
        </message>
        <message>
            <source>{words} Send again later.</source>
            <translation>{words}请稍后再次发送。</translation>
        </message>
        <message>
            <source>Refused as not valid; v1 and v2 do not say why. See Response.</source>
            <translation>因无效被拒绝；v1 和 v2 不说明原因，请查看“响应”。</translation>
        </message>
        <message>
            <source>Stopped before the answer came; it may have been sent.</source>
            <translation>在收到响应之前停止；可能已经发出。</translation>
        </message>
        <message>
            <source>No answer of Push Kit; it may have been sent.</source>
            <translation>没有收到 Push Kit 的响应；可能已经发出。</translation>
        </message>
        <message>
            <source>Refused before Push Kit read it.</source>
            <translation>在 Push Kit 读取之前被拒绝。</translation>
        </message>
        <message>
            <source>Stopped before it was sent.</source>
            <translation>在发送之前停止。</translation>
        </message>
        <message>
            <source>There is no credential that could be used; see Response.</source>
            <translation>没有可用的凭据，请查看“响应”。</translation>
        </message>
        <message>
            <source>The credential was refused; see Response.</source>
            <translation>凭据被拒绝，请查看“响应”。</translation>
        </message>
        <message>
            <source>The proxy does not connect to the server; nothing was sent.</source>
            <translation>代理未能接通服务器，未发送任何内容。</translation>
        </message>
        <message>
            <source>The password of the client certificate’s key is missing or wrong; nothing was sent.</source>
            <translation>客户端证书私钥的密码缺失或错误，未发送任何内容。</translation>
        </message>
    </context>
    <context>
        <name>WaitingPage</name>
        <message>
            <source>To connect</source>
            <translation>建立连接</translation>
        </message>
        <message>
            <source>For the answer</source>
            <translation>等待响应</translation>
        </message>
        <message>
            <source>To send the request</source>
            <translation>发送请求</translation>
        </message>
        <message>
            <source>For a free connection</source>
            <translation>等待空闲连接</translation>
        </message>
        <message>
            <source>s</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>As at first</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>A whole request has 120 seconds at most. What connects too slowly was not sent; an answer that does not come in time leaves devices Unknown.</source>
            <translation>单个请求最长 120 秒。连接过慢时为“未发送”；没有及时收到响应时，设备结果为“未知”。</translation>
        </message>
    </context>
    <context>
        <name>_Card</name>
        <message>
            <source>documented</source>
            <translation>有文档</translation>
        </message>
        <message>
            <source>one page says so</source>
            <translation>仅一处文档</translation>
        </message>
        <message>
            <source>developers say so</source>
            <translation>开发者经验</translation>
        </message>
        <message>
            <source>our conclusion</source>
            <translation>推断</translation>
        </message>
        <message>
            <source>? not documented</source>
            <translation>? 无文档</translation>
        </message>
    </context>
    <context>
        <name>_Notice</name>
        <message>
            <source>Dismiss</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Dismiss: {text}</source>
            <translation>关闭：{text}</translation>
        </message>
    </context>
    <context>
        <name>ago</name>
        <message>
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>{count} min ago</source>
            <translation>{count} 分钟前</translation>
        </message>
        <message>
            <source>{count} h ago</source>
            <translation>{count} 小时前</translation>
        </message>
        <message>
            <source>{count} d ago</source>
            <translation>{count} 天前</translation>
        </message>
    </context>
    <context>
        <name>app</name>
        <message>
            <source>Takes effect at the next start.</source>
            <translation>下次启动时生效。</translation>
        </message>
        <message>
            <source>The project has no credential for {api} messages. Add one under Projects.</source>
            <translation>此项目没有用于 {api} 消息的凭据，请在“项目”中添加。</translation>
        </message>
        <message>
            <source>Mend that first, and check again.</source>
            <translation>请先解决此问题，再重新检查。</translation>
        </message>
        <message>
            <source>The sends of this run are kept in memory only and are gone at its end.</source>
            <translation>本次运行的发送记录仅保存在内存中，结束后即消失。</translation>
        </message>
        <message>
            <source>Stopped before it was sent.</source>
            <translation>在发送之前停止。</translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message>
            <source>No extension changes an alert on HarmonyOS; a text-to-speech message (push-type 2) is the only one that starts an extension.</source>
            <translation>HarmonyOS 上没有扩展可以修改通知；只有语音播报消息（push-type 2）会启动扩展进程。</translation>
        </message>
        <message>
            <source>A background message (push-type 6) does this. It shows nothing: send it beside the alert.</source>
            <translation>后台消息（push-type 6）可实现此功能。它不展示任何内容，请在通知之外另行发送。</translation>
        </message>
        <message>
            <source>This became a background message (push-type 6).</source>
            <translation>已转换为后台消息（push-type 6）。</translation>
        </message>
        <message>
            <source>HarmonyOS has no such alert; the category decides how loud it is.</source>
            <translation>HarmonyOS 没有这种提醒；提醒方式由消息分类（category）决定。</translation>
        </message>
        <message>
            <source>A live activity has a layout of its own here: begin a live view (push-type 7) from a sample.</source>
            <translation>实时活动在这里有自己的布局：请从示例开始创建实况窗（push-type 7）。</translation>
        </message>
        <message>
            <source>It is for Apple’s simulator only.</source>
            <translation>仅用于 Apple 模拟器。</translation>
        </message>
        <message>
            <source>It names the app to Apple; Push Kit knows the app by its token.</source>
            <translation>它向 Apple 指明应用；Push Kit 通过 Token 识别应用。</translation>
        </message>
        <message>
            <source>It is a moment; Push Kit counts seconds from sending. Set the ttl.</source>
            <translation>这是一个时刻；Push Kit 从发送时起按秒计算。请设置 ttl。</translation>
        </message>
        <message>
            <source>An in-app call (push-type 10) does this in v3; it needs a right of its own. What was made here does not ring.</source>
            <translation>在 v3 中由应用内通话消息（push-type 10）实现，需要单独的权益。此处生成的消息不会响铃。</translation>
        </message>
        <message>
            <source>The kind of message says the same.</source>
            <translation>消息类型已表达相同含义。</translation>
        </message>
        <message>
            <source>It stands in the text {name}, as JSON.</source>
            <translation>已作为 JSON 写入文本 {name}。</translation>
        </message>
        <message>
            <source>{other} wins.</source>
            <translation>以 {other} 为准。</translation>
        </message>
        <message>
            <source>Only the message in its first language was turned into the other generation.</source>
            <translation>只有第一种语言的消息被转换为另一代接口。</translation>
        </message>
        <message>
            <source>It is written anew.</source>
            <translation>将重新写入。</translation>
        </message>
        <message>
            <source>Written as Push Kit takes it.</source>
            <translation>已改写为 Push Kit 接受的形式。</translation>
        </message>
        <message>
            <source>Push Kit has nothing like it.</source>
            <translation>Push Kit 没有对应的字段。</translation>
        </message>
        <message>
            <source>No reference of this format tells such a field here.</source>
            <translation>该格式的参考文档中没有这个字段。</translation>
        </message>
        <message>
            <source>There is nothing in it.</source>
            <translation>内容为空。</translation>
        </message>
        <message>
            <source>This is no time in seconds.</source>
            <translation>这不是以秒表示的时间。</translation>
        </message>
        <message>
            <source>This is no whole number.</source>
            <translation>这不是整数。</translation>
        </message>
        <message>
            <source>A text is needed here.</source>
            <translation>此处需要文本。</translation>
        </message>
        <message>
            <source>“Now or never” (0 s) does not exist here: 1 second is the nearest.</source>
            <translation>这里没有“立即送达否则丢弃”（0 秒）：最接近的是 1 秒。</translation>
        </message>
        <message>
            <source>Push Kit keeps a message 15 days at most.</source>
            <translation>Push Kit 最多缓存消息 15 天。</translation>
        </message>
        <message>
            <source>Whole seconds, rounded up.</source>
            <translation>向上取整为整秒。</translation>
        </message>
        <message>
            <source>A number instead of a text.</source>
            <translation>由文本改为数字。</translation>
        </message>
        <message>
            <source>Push Kit has a number here: it is made of the text, the same each time.</source>
            <translation>Push Kit 在此使用数字：由文本计算得出，每次相同。</translation>
        </message>
        <message>
            <source>A badge shows 0 to 99.</source>
            <translation>角标数为 0 到 99。</translation>
        </message>
        <message>
            <source>Only addresses with https:// are shown.</source>
            <translation>仅展示以 https:// 开头的地址。</translation>
        </message>
        <message>
            <source>Cut to 64 bytes.</source>
            <translation>已截断为 64 字节。</translation>
        </message>
        <message>
            <source>The default sound plays where none is named.</source>
            <translation>未指定铃声时播放默认铃声。</translation>
        </message>
        <message>
            <source>A file of the app’s resources/rawfile: give its name with its ending, such as .mp3.</source>
            <translation>应用 resources/rawfile 中的文件：请填写带扩展名的文件名，例如 .mp3。</translation>
        </message>
        <message>
            <source>Phones play MP3, WAV and MPEG: put such a file into the app’s resources/rawfile and give its name here.</source>
            <translation>手机只播放 MP3、WAV 和 MPEG：请将此类文件放入应用的 resources/rawfile，并在此填写文件名。</translation>
        </message>
        <message>
            <source>v3 shows three lines at most.</source>
            <translation>v3 最多展示三行。</translation>
        </message>
        <message>
            <source>A switch instead of a number.</source>
            <translation>由数字改为开关。</translation>
        </message>
        <message>
            <source>Tokens found: {count}. They do not belong into a message: take them to the devices.</source>
            <translation>找到 Token：{count} 个。Token 不属于消息内容，请添加到设备。</translation>
        </message>
        <message>
            <source>Tokens found: {count}. They are left out: Push Kit does not know the tokens of other services. The app gets one of its own with getToken.</source>
            <translation>找到 Token：{count} 个。已排除：Push Kit 不识别其他服务的 Token。应用需通过 getToken 获取自己的 Token。</translation>
        </message>
        <message>
            <source>The project has the address.</source>
            <translation>地址由项目提供。</translation>
        </message>
        <message>
            <source>The app writes the headers itself.</source>
            <translation>请求头由本应用自动填写。</translation>
        </message>
        <message>
            <source>It is of the command, not of a message.</source>
            <translation>属于命令，不属于消息。</translation>
        </message>
        <message>
            <source>It proves who sends: left out, neither kept nor shown.</source>
            <translation>用于证明发送者身份：已排除，不保存也不显示。</translation>
        </message>
        <message>
            <source>Credential check, {when}, {system}</source>
            <translation>凭据检查，{when}，{system}</translation>
        </message>
        <message>
            <source>The token already fixes the app.</source>
            <translation>Token 已确定应用。</translation>
        </message>
        <message>
            <source>Push Kit has no such condition of delivery.</source>
            <translation>Push Kit 没有这种下发条件。</translation>
        </message>
        <message>
            <source>Firebase writes it; it is nothing to send.</source>
            <translation>由 Firebase 生成，无需发送。</translation>
        </message>
        <message>
            <source>Phones with Push Kit show notifications themselves, without a proxy.</source>
            <translation>支持 Push Kit 的手机自行展示通知，无需代理。</translation>
        </message>
        <message>
            <source>Of Firebase for iPhones; HarmonyOS has nothing like it.</source>
            <translation>Firebase 面向 iPhone 的字段；HarmonyOS 没有对应项。</translation>
        </message>
        <message>
            <source>None is given: Firebase would keep the message 4 weeks, Push Kit keeps it 1 day.</source>
            <translation>未设置：Firebase 会缓存 4 周，Push Kit 缓存 1 天。</translation>
        </message>
        <message>
            <source>A number is milliseconds to Firebase’s libraries; Push Kit has seconds.</source>
            <translation>在 Firebase 的库中数字表示毫秒；Push Kit 使用秒。</translation>
        </message>
        <message>
            <source>Of iPhones. On HarmonyOS a background message (push-type 6) is what wakes or informs the app.</source>
            <translation>iPhone 专用。在 HarmonyOS 上由后台消息（push-type 6）唤醒或通知应用。</translation>
        </message>
        <message>
            <source>It never had an effect on phones.</source>
            <translation>它从未对手机生效。</translation>
        </message>
        <message>
            <source>Web messages of Push Kit have no data of their own.</source>
            <translation>Push Kit 的 Web 消息没有自己的数据。</translation>
        </message>
        <message>
            <source>Widget updates and live views exist in v3 only: there is nothing in v1 to turn this into.</source>
            <translation>卡片刷新和实况窗仅存在于 v3：v1 中没有可转换的形式。</translation>
        </message>
        <message>
            <source>v1 opens a page by its intent or action; a uri of v3 is neither.</source>
            <translation>v1 通过 intent 或 action 打开页面；v3 的 uri 两者都不是。</translation>
        </message>
        <message>
            <source>hilog hides what an app does not print as public. Print it with {format} in the app; or, on a device that allows it, run “{command}” and start the app again.</source>
            <translation>hilog 会隐藏应用未以公开方式打印的内容。请在应用中使用 {format} 打印；或在允许的设备上执行“{command}”，然后重新启动应用。</translation>
        </message>
        <message>
            <source>The app prints only a part of it. Print the whole value once, in a debug build.</source>
            <translation>应用只打印了其中一部分。请在调试版本中完整打印一次。</translation>
        </message>
        <message>
            <source>getToken succeeded, but the app does not print the token. Print it with {format}, in a debug build.</source>
            <translation>getToken 成功，但应用没有打印 Token。请在调试版本中使用 {format} 打印。</translation>
        </message>
        <message>
            <source>Push token</source>
            <translation>Push Token</translation>
        </message>
        <message>
            <source>Push token, hidden</source>
            <translation>Push Token（已隐藏）</translation>
        </message>
        <message>
            <source>Push token, not printed</source>
            <translation>Push Token（未打印）</translation>
        </message>
        <message>
            <source>Error of getToken, hidden</source>
            <translation>getToken 错误（已隐藏）</translation>
        </message>
        <message>
            <source>AAID</source>
            <translation>AAID</translation>
        </message>
        <message>
            <source>AAID, hidden</source>
            <translation>AAID（已隐藏）</translation>
        </message>
        <message>
            <source>Error code</source>
            <translation>错误码</translation>
        </message>
        <message>
            <source>Profile ID bound</source>
            <translation>profileId 已绑定</translation>
        </message>
        <message>
            <source>Profile ID not bound</source>
            <translation>profileId 未绑定</translation>
        </message>
        <message>
            <source>Profile ID unbound</source>
            <translation>profileId 已解绑</translation>
        </message>
        <message>
            <source>Profile ID not unbound</source>
            <translation>profileId 未解绑</translation>
        </message>
        <message>
            <source>sure</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>likely</source>
            <translation>很可能</translation>
        </message>
        <message>
            <source>possible</source>
            <translation>可能</translation>
        </message>
        <message>
            <source>This is a key file, not a message. Give it to a project: Projects, Edit, Choose key file. Nothing of it was kept.</source>
            <translation>这是密钥文件，不是消息。请将其提供给项目：项目 &gt; 编辑 &gt; 选择密钥文件。未保存其中任何内容。</translation>
        </message>
        <message>
            <source>This holds a client secret, not a message. Give it to a project: Projects, Edit. Nothing of it was kept.</source>
            <translation>这里是 Client Secret，不是消息。请将其提供给项目：项目 &gt; 编辑。未保存其中任何内容。</translation>
        </message>
        <message>
            <source>This is the answer to a request for an access token, not a message. Nothing of it was kept.</source>
            <translation>这是申请 Access Token 的响应，不是消息。未保存其中任何内容。</translation>
        </message>
        <message>
            <source>This is an answer of Push Kit, not a message. Paste what was sent.</source>
            <translation>这是 Push Kit 的响应，不是消息。请粘贴所发送的内容。</translation>
        </message>
        <message>
            <source>These are receipts of Push Kit, not a message.</source>
            <translation>这是 Push Kit 的消息回执，不是消息。</translation>
        </message>
        <message>
            <source>This is an answer of Firebase, not a message. Paste what was sent.</source>
            <translation>这是 Firebase 的响应，不是消息。请粘贴所发送的内容。</translation>
        </message>
        <message>
            <source>This JSON is no push message that is known here. Known are Firebase (HTTP v1 and legacy), Apple (with aps), Push Kit v1, v2 and v3, and message files.</source>
            <translation>此 JSON 不是这里已知的推送消息。已知的有 Firebase（HTTP v1 和旧版）、Apple（含 aps）、Push Kit v1、v2、v3 以及消息文件。</translation>
        </message>
        <message>
            <source>This is a list. Paste one message at a time, from {{ to }}.</source>
            <translation>这是一个列表。请一次粘贴一条消息，从 {{ 到 }}。</translation>
        </message>
        <message>
            <source>This is no table of texts: its first line has to name a column “path” and one column for each language, such as “en”. Export a table to see one.</source>
            <translation>这不是文本表格：首行须有一列“path”，以及每种语言一列，如“en”。可先导出一份作为参考。</translation>
        </message>
        <message>
            <source>This table breaks off in line {line}: a quote is probably missing. Save it again as CSV (UTF-8).</source>
            <translation>表格在第 {line} 行中断：可能缺少引号。请重新保存为 CSV (UTF-8)。</translation>
        </message>
        <message>
            <source>Nothing says what a tap opens: for now it opens the app.</source>
            <translation>未说明点击后打开什么：暂定为打开应用。</translation>
        </message>
        <message>
            <source>v1 opens a page by its intent or action, and none is given: for now a tap opens the app.</source>
            <translation>v1 通过 intent 或 action 打开页面，而输入中两者都没有：暂时点击后打开应用。</translation>
        </message>
        <message>
            <source>Push Kit needs a title: write one.</source>
            <translation>Push Kit 需要标题：请填写。</translation>
        </message>
        <message>
            <source>Push Kit needs a text: write one.</source>
            <translation>Push Kit 需要正文：请填写。</translation>
        </message>
        <message>
            <source>In v1 PLAY_VOICE marks data messages only: take the title and the text out, so that the app speaks the data, or choose another category.</source>
            <translation>在 v1 中 PLAY_VOICE 只用于透传消息：请去掉标题和内容，由应用播报数据，或选择其他类别。</translation>
        </message>
        <message>
            <source>A badge needs the full name of the launcher activity, such as com.example.MainActivity.</source>
            <translation>角标需要应用入口 Activity 的全名，例如 com.example.MainActivity。</translation>
        </message>
        <message>
            <source>Say for whom it is on iPhones: 1 test, 2 production, 3 VoIP.</source>
            <translation>请说明 iPhone 上的目标用户：1 测试，2 正式，3 VoIP。</translation>
        </message>
        <message>
            <source>A number instead of a switch.</source>
            <translation>由开关改为数字。</translation>
        </message>
        <message>
            <source>This is neither true nor false.</source>
            <translation>这既不是 true 也不是 false。</translation>
        </message>
        <message>
            <source>v1 has other numbers: 3 opens the app, 1 a page.</source>
            <translation>v1 的取值不同：3 打开应用，1 打开页面。</translation>
        </message>
        <message>
            <source>v1 has LOW (silent) and NORMAL; in the end the category decides.</source>
            <translation>v1 只有 LOW（静默）和 NORMAL；最终由消息分类决定。</translation>
        </message>
        <message>
            <source>Up to ten times of up to 60 seconds, without a wait of 0 before them.</source>
            <translation>最多 10 个时长，每个最长 60 秒，前面没有 0 秒的等待。</translation>
        </message>
        <message>
            <source>A file of the app’s res/raw, without its ending.</source>
            <translation>应用 res/raw 中的文件，不带扩展名。</translation>
        </message>
        <message>
            <source>Times in seconds, and a colour of parts from 0 to 1.</source>
            <translation>时长以秒为单位，颜色的各分量为 0 到 1。</translation>
        </message>
        <message>
            <source>A text in seconds instead of a number.</source>
            <translation>由数字改为以秒表示的文本。</translation>
        </message>
        <message>
            <source>This message file is damaged: its api should be v1, v2 or v3, and its document an object.</source>
            <translation>此消息文件已损坏：api 应为 v1、v2 或 v3，document 应为对象。</translation>
        </message>
        <message>
            <source>This is no Push Kit message: a v3 message has a payload, a v1 or v2 message has a message.</source>
            <translation>这不是 Push Kit 消息：v3 消息含有 payload，v1 或 v2 消息含有 message。</translation>
        </message>
        <message>
            <source>This is a file of credentials, not a message. Give it to a project: Projects, Edit, Choose key file.</source>
            <translation>这是凭据文件，不是消息。请将其用于项目：项目 &gt; 编辑 &gt; 选择文件。</translation>
        </message>
        <message>
            <source>This is no project file. Choose a file that “Export project” of this program wrote; a key file is given inside a project.</source>
            <translation>这不是项目文件。请选择由本程序“导出项目”生成的文件；密钥文件请在项目中提供。</translation>
        </message>
        <message>
            <source>There is no receipt in it. Paste the body that Huawei posted to your server: it begins with {{ and has a list “statuses”.</source>
            <translation>其中没有回执。请粘贴华为发送到您服务器的消息体：以 {{ 开头，含有 “statuses” 列表。</translation>
        </message>
        <message>
            <source>It is no JSON object.</source>
            <translation>不是 JSON 对象。</translation>
        </message>
        <message>
            <source>It names no token.</source>
            <translation>没有 token。</translation>
        </message>
        <message>
            <source>It has no result: neither a number in “deliveryStatus” or “formStatus”, nor in “status”.</source>
            <translation>没有结果：“deliveryStatus”、“formStatus” 或 “status” 中都没有数字。</translation>
        </message>
        <message>
            <source>There is nothing to convert yet.</source>
            <translation>还没有可转换的内容。</translation>
        </message>
        <message>
            <source>This is longer than any message: {most} characters at most.</source>
            <translation>内容超过任何消息的长度：最多 {most} 个字符。</translation>
        </message>
        <message>
            <source>This is neither JSON nor a command of curl. JSON begins with {{, such a command with curl.</source>
            <translation>这既不是 JSON 也不是 curl 命令。JSON 以 {{ 开头，命令以 curl 开头。</translation>
        </message>
        <message>
            <source>The body of this command is in the file {name}, which is not read from here. Open that file instead.</source>
            <translation>此命令的消息体在文件 {name} 中，这里不会读取它。请改为打开该文件。</translation>
        </message>
        <message>
            <source>This command sends no body: there is no message in it.</source>
            <translation>此命令不发送消息体：其中没有消息。</translation>
        </message>
        <message>
            <source>This command asks for an access token; there is no message in it. The app does this by itself: give the client secret to a project. Nothing of it was kept.</source>
            <translation>此命令用于申请 Access Token，其中没有消息。本应用会自动完成：请将 Client Secret 提供给项目。未保存其中任何内容。</translation>
        </message>
        <message>
            <source>The body of this command: {why}</source>
            <translation>此命令的消息体：{why}</translation>
        </message>
        <message>
            <source>HIGH urgency is for data messages and needs a right; without it Push Kit refuses the message with 80300011. Set it if the app has the right.</source>
            <translation>HIGH 优先级用于透传消息且需要权益；没有权益时 Push Kit 以 80300011 拒绝。应用具有权益时再设置。</translation>
        </message>
        <message>
            <source>This became a data message.</source>
            <translation>已转换为透传消息。</translation>
        </message>
        <message>
            <source>This is no list of tokens: it is neither a text nor a table that can be read. Save it as CSV (UTF-8) or as .xlsx.</source>
            <translation>这不是 Token 列表：既不是文本，也不是可读取的表格。请另存为 CSV (UTF-8) 或 .xlsx。</translation>
        </message>
        <message>
            <source>This JSON breaks off in line {line}, column {column}: the file was probably cut, or changed by hand. Mend it there, or export it again.</source>
            <translation>JSON 在第 {line} 行第 {column} 列中断：文件可能不完整，或被手动修改过。请在该处修正，或重新导出。</translation>
        </message>
        <message>
            <source>There is no list of tokens in this JSON. It may be a list of texts, a list of objects with a token in each, or an object in which one of them stands, such as {example}.</source>
            <translation>此 JSON 中没有 Token 列表。它可以是文本列表、每项含有 Token 的对象列表，或包含其中一种的对象，例如 {example}。</translation>
        </message>
        <message>
            <source>This spreadsheet cannot be read ({reason}). It is probably damaged, protected by a password, or none at all. Save it again as .xlsx without a password.</source>
            <translation>无法读取此电子表格（{reason}）。文件可能已损坏、有密码保护，或并非电子表格。请不设密码重新保存为 .xlsx。</translation>
        </message>
        <message>
            <source>There is no sheet in this file. It is probably damaged. Save it again as .xlsx in the program it comes from.</source>
            <translation>此文件中没有任何工作表，可能已损坏。请在生成它的软件中重新保存为 .xlsx。</translation>
        </message>
        <message>
            <source>There is no sheet “{name}” in this file. It has: {names}.</source>
            <translation>文件中没有工作表“{name}”。现有：{names}。</translation>
        </message>
        <message>
            <source>There is nothing in this file. Export the tokens again, one a line or as a table.</source>
            <translation>文件中没有内容。请重新导出 Token，每行一个，或保存为表格。</translation>
        </message>
        <message>
            <source>This text changes its encoding on the way: two files were probably put together. Save it again as UTF-8.</source>
            <translation>文本中途改变了编码：可能由两个文件拼接而成。请重新保存为 UTF-8。</translation>
        </message>
        <message>
            <source>Every notification has a category here. MARKETING stands in for it: it needs no right, but is silent. The others need a right.</source>
            <translation>这里每条通知都有消息分类。暂用 MARKETING：无需权益，但静默。其他分类需要权益。</translation>
        </message>
        <message>
            <source>Every notification has a category here. MARKETING stands in for it; by the channel “{channel}” it may be {guess}, which needs a right.</source>
            <translation>这里每条通知都有消息分类。暂用 MARKETING；根据渠道“{channel}”可能是 {guess}，该分类需要权益。</translation>
        </message>
        <message>
            <source>It is a test message until you choose otherwise: really delivered, to 10 devices at most, 1000 a day.</source>
            <translation>在您另行选择之前为测试消息：会真实下发，最多 10 台设备，每天 1000 条。</translation>
        </message>
        <message>
            <source>Data of a call became a background message, which starts no app. An in-app call (push-type 10) does, and needs a right of its own.</source>
            <translation>呼叫数据已转为后台消息，它不会启动应用。应用内通话消息（push-type 10）可以启动应用，但需要单独的权益。</translation>
        </message>
        <message>
            <source>Data to be spoken became a background message, which starts no app. A text-to-speech message (push-type 2) does, needs a right of its own, and a title and a text.</source>
            <translation>播报数据已转为后台消息，它不会启动应用。语音播报消息（push-type 2）可以启动应用，但需要单独的权益，以及标题和内容。</translation>
        </message>
        <message>
            <source>v3 has other numbers: 0 opens the app, 1 a page.</source>
            <translation>v3 的取值不同：0 打开应用，1 打开页面。</translation>
        </message>
        <message>
            <source>No tap opens a web address in v3; for now it opens the app. If a page of the app takes the address, choose actionType 1 and give it as uri; or put it into the data.</source>
            <translation>v3 中点击不能打开网页；暂定为打开应用。如果应用的某个页面接受该地址，请选择 actionType 1 并填入 uri；或将其放入数据。</translation>
        </message>
        <message>
            <source>An Android intent opens nothing on HarmonyOS; for now a tap opens the app. For a page, choose actionType 1 and give its action or uri.</source>
            <translation>Android intent 在 HarmonyOS 上无法打开任何内容；暂定为打开应用。要打开页面，请选择 actionType 1 并填写 action 或 uri。</translation>
        </message>
        <message>
            <source>The text held an object; v3 takes the object.</source>
            <translation>文本中是一个对象；v3 直接使用该对象。</translation>
        </message>
        <message>
            <source>v3 takes an object here: the text is its value “data”.</source>
            <translation>v3 在此需要对象：该文本作为其中的“data”值。</translation>
        </message>
        <message>
            <source>Notification and data together: the app gets the data only when the notification is tapped. To hand it over at once, send a background message (push-type 6) as well.</source>
            <translation>通知与数据同时存在：应用仅在点击通知后才能收到数据。如需立即传递，请另发一条后台消息（push-type 6）。</translation>
        </message>
        <message>
            <source>These data hold “{key}”: if the app draws a notification of them, send a notification (push-type 0) instead. A background message starts no app.</source>
            <translation>数据中含有“{key}”：如果应用据此自行展示通知，请改发通知消息（push-type 0）。后台消息不会启动应用。</translation>
        </message>
        <message>
            <source>A background message shows nothing.</source>
            <translation>后台消息不展示任何内容。</translation>
        </message>
        <message>
            <source>Background messages have no collapse key: the device keeps but the newest.</source>
            <translation>后台消息没有 collapseKey：设备只保留最新一条。</translation>
        </message>
        <message>
            <source>v3 has no field for it: the system decides by the category and the user’s settings.</source>
            <translation>v3 没有此字段：由系统根据消息分类和用户设置决定。</translation>
        </message>
        <message>
            <source>v3 has no dry run. A test message is none: it is really delivered.</source>
            <translation>v3 没有仅校验模式。测试消息并非如此：它会真实下发。</translation>
        </message>
        <message>
            <source>v3 sends to tokens only: choose devices instead of a topic.</source>
            <translation>v3 只能发送到 Token：请选择设备代替主题。</translation>
        </message>
        <message>
            <source>v3 has no priority: the category decides how loud a message is.</source>
            <translation>v3 没有优先级：由消息分类决定提醒方式。</translation>
        </message>
        <message>
            <source>v3 takes no keys of translations: write title and text themselves.</source>
            <translation>v3 不支持本地化键：请直接填写标题和正文。</translation>
        </message>
        <message>
            <source>HarmonyOS has no channels of the app’s own: choose a category.</source>
            <translation>HarmonyOS 没有应用自定义渠道：请选择消息分类。</translation>
        </message>
        <message>
            <source>v3 reaches HarmonyOS only.</source>
            <translation>v3 仅可到达 HarmonyOS。</translation>
        </message>
        <message>
            <source>Notifications of v3 have no buttons.</source>
            <translation>v3 通知没有按钮。</translation>
        </message>
        <message>
            <source>v3 takes no content reviews.</source>
            <translation>v3 不支持内容审核结果。</translation>
        </message>
        <message>
            <source>v3 needs no name for the icon on the home screen.</source>
            <translation>v3 无需桌面图标的 Activity 名称。</translation>
        </message>
        <message>
            <source>v3 has no such field.</source>
            <translation>v3 没有此字段。</translation>
        </message>
    </context>
    <context>
        <name>files</name>
        <message>
            <source>{name} was not opened. {reason}</source>
            <translation>未打开 {name}。{reason}</translation>
        </message>
        <message>
            <source>{name} is a picture. Push Kit takes none itself, only its web address: upload it, and put its https address into Image.</source>
            <translation>{name} 是图片。Push Kit 不接收图片本身，只接收图片的网址：请先上传图片，再将其 https 地址填入“图片”。</translation>
        </message>
    </context>
    <context>
        <name>preview</name>
        <message>
            <source>It needs the in-app call right.</source>
            <translation>需要应用内通话权益。</translation>
        </message>
        <message>
            <source>What is drawn is the app’s own: Push Kit hands over only the data.</source>
            <translation>画面由应用自行绘制：Push Kit 只交付数据。</translation>
        </message>
        <message>
            <source>The data name the caller {caller}.</source>
            <translation>数据中的来电方为 {caller}。</translation>
        </message>
        <message>
            <source>The data name no caller that this preview would recognise.</source>
            <translation>数据中没有本预览能识别的来电方。</translation>
        </message>
        <message>
            <source>A call that comes late is useless: a time to live of 30 to 60 seconds is advised.</source>
            <translation>迟到的呼叫没有意义：建议缓存时间为 30 到 60 秒。</translation>
        </message>
        <message>
            <source>It needs the live-view right for {event}.</source>
            <translation>需要 {event} 的实况窗权益。</translation>
        </message>
        <message>
            <source>Creates the live view {id} ({event}): a capsule in the status bar, and a card in the notification centre and on the lock screen.</source>
            <translation>创建实况窗 {id}（{event}）：状态栏显示胶囊，通知中心和锁屏显示卡片。</translation>
        </message>
        <message>
            <source>Changes the live view {id} ({event}) in place, capsule and card.</source>
            <translation>就地更新实况窗 {id}（{event}）的胶囊和卡片。</translation>
        </message>
        <message>
            <source>Without an update it leaves capsule and lock screen after 2 hours, and the notification centre after 4.</source>
            <translation>若不更新，2 小时后从胶囊和锁屏消失，4 小时后从通知中心消失。</translation>
        </message>
        <message>
            <source>The same ID cannot be created again within 12 hours.</source>
            <translation>同一 ID 在 12 小时内不能再次创建。</translation>
        </message>
        <message>
            <source>A phone without a live view of this ID shows nothing, and the ID is blocked on it for 24 hours.</source>
            <translation>没有此 ID 实况窗的手机不展示任何内容，且该 ID 在该手机上被屏蔽 24 小时。</translation>
        </message>
        <message>
            <source>Ends the live view {id} ({event}): the capsule goes at once, the card stays in the notification centre for {time}.</source>
            <translation>结束实况窗 {id}（{event}）：胶囊立即消失，卡片在通知中心保留 {time}。</translation>
        </message>
        <message>
            <source>Ends the live view {id} ({event}): capsule and card go at once. “Stay after the end” would keep the card up to an hour.</source>
            <translation>结束实况窗 {id}（{event}）：胶囊和卡片立即消失。设置“结束后保留”可使卡片最多保留一小时。</translation>
        </message>
        <message>
            <source>Nothing is shown yet. The phone creates the live view {id} ({event}) on {place}.</source>
            <translation>暂不展示任何内容。手机在{place}时创建实况窗 {id}（{event}）。</translation>
        </message>
        <message>
            <source>The phone ends the live view {id} ({event}) on {place}.</source>
            <translation>手机在{place}时结束实况窗 {id}（{event}）。</translation>
        </message>
        <message>
            <source>It is then shown for {time}.</source>
            <translation>随后展示 {time}。</translation>
        </message>
        <message>
            <source>Choose an operation: it says whether {id} ({event}) begins or ends.</source>
            <translation>请选择操作：它决定 {id}（{event}）是开始还是结束。</translation>
        </message>
        <message>
            <source>Version {version} has to be greater than the last one; else it is dropped.</source>
            <translation>版本 {version} 必须大于上一个版本，否则会被丢弃。</translation>
        </message>
        <message>
            <source>entering the circle of {radius} m around {latitude}, {longitude}</source>
            <translation>进入以 {latitude}, {longitude} 为圆心、半径 {radius} 米的范围</translation>
        </message>
        <message>
            <source>leaving the circle of {radius} m around {latitude}, {longitude}</source>
            <translation>离开以 {latitude}, {longitude} 为圆心、半径 {radius} 米的范围</translation>
        </message>
        <message>
            <source>entering the circle of {radius} m around {latitude}, {longitude}, {delay} later</source>
            <translation>进入以 {latitude}, {longitude} 为圆心、半径 {radius} 米的范围，再过 {delay}</translation>
        </message>
        <message>
            <source>leaving the circle of {radius} m around {latitude}, {longitude}, {delay} later</source>
            <translation>离开以 {latitude}, {longitude} 为圆心、半径 {radius} 米的范围，再过 {delay}</translation>
        </message>
        <message>
            <source>The phone rings and vibrates.</source>
            <translation>手机响铃并振动。</translation>
        </message>
        <message>
            <source>The phone stays silent.</source>
            <translation>手机保持静默。</translation>
        </message>
        <message>
            <source>The capsule is hidden (status −1).</source>
            <translation>胶囊被隐藏（状态 −1）。</translation>
        </message>
        <message>
            <source>The capsule flips to be noticed, up to 5 times a live view.</source>
            <translation>胶囊翻转以引起注意，每个实况窗最多 5 次。</translation>
        </message>
        <message>
            <source>The capsule opens to be noticed, up to twice a live view.</source>
            <translation>胶囊展开以引起注意，每个实况窗最多 2 次。</translation>
        </message>
        <message>
            <source>▲ The card title is cut: about {latin} Latin or {chinese} Chinese characters are shown.</source>
            <translation>▲ 卡片标题会被截断：约可显示 {latin} 个拉丁字母或 {chinese} 个汉字。</translation>
        </message>
        <message>
            <source>▲ The card text is cut: about {latin} Latin or {chinese} Chinese characters are shown.</source>
            <translation>▲ 卡片内容会被截断：约可显示 {latin} 个拉丁字母或 {chinese} 个汉字。</translation>
        </message>
        <message>
            <source>This is larger than 5 MB and was not loaded; no phone would show it.</source>
            <translation>超过 5 MB，未加载；任何手机都不会显示。</translation>
        </message>
        <message>
            <source>At this address is a web page, not a picture. A sign-in, a proxy or a wrong address probably answered.</source>
            <translation>此地址是网页，不是图片。可能是登录页、代理应答，或地址有误。</translation>
        </message>
        <message>
            <source>{host} did not send the picture within {seconds} s. A phone may give up as well.</source>
            <translation>{host} 未在 {seconds} 秒内返回图片。手机也可能放弃加载。</translation>
        </message>
        <message>
            <source>There is no {host} to load the picture from: the address is misspelt, or this computer is offline.</source>
            <translation>找不到 {host}，无法加载图片：地址可能有误，或本机未联网。</translation>
        </message>
        <message>
            <source>The picture was not loaded. {why}</source>
            <translation>图片未加载。{why}</translation>
        </message>
        <message>
            <source>The picture cannot be loaded from {host} ({detail}). Check the address.</source>
            <translation>无法从 {host} 加载图片（{detail}）。请检查地址。</translation>
        </message>
        <message>
            <source>{host} has no picture at this address: it answered HTTP {status}.</source>
            <translation>{host} 的这个地址没有图片：返回 HTTP {status}。</translation>
        </message>
        <message>
            <source>{host} sent a packed answer that was not asked for; it was not read.</source>
            <translation>{host} 返回了未请求的压缩响应，未读取。</translation>
        </message>
        <message>
            <source>The address leads on to {url}, which is not loaded. Use the last one.</source>
            <translation>此地址跳转到 {url}，未加载。请直接使用最终地址。</translation>
        </message>
        <message>
            <source>The address leads on more than {count} times. Use the last one.</source>
            <translation>此地址跳转超过 {count} 次。请直接使用最终地址。</translation>
        </message>
        <message>
            <source>This is no whole address yet: it starts with https://.</source>
            <translation>地址还不完整：应以 https:// 开头。</translation>
        </message>
        <message>
            <source>Only https addresses are loaded: Push Kit takes no others.</source>
            <translation>只加载 https 地址：Push Kit 不接受其他地址。</translation>
        </message>
        <message>
            <source>Would not be shown: {width}×{height} is {size} of pixels, at most {most} (about {side}×{side}). 128×128 is advised.</source>
            <translation>不会显示：{width}×{height} 的像素占 {size}，最多 {most}（约 {side}×{side}）。建议 128×128。</translation>
        </message>
        <message>
            <source>Would not be shown: the file has {size}, at most {most}.</source>
            <translation>不会显示：文件为 {size}，最多 {most}。</translation>
        </message>
        <message>
            <source>Would not be shown: {format} is not taken here, only {known}.</source>
            <translation>不会显示：此处不支持 {format}，只支持 {known}。</translation>
        </message>
        <message>
            <source>WEBP is shown from HarmonyOS 6.1.0(23) on; older phones show nothing.</source>
            <translation>WEBP 自 HarmonyOS 6.1.0(23) 起显示；更早的手机不显示。</translation>
        </message>
        <message>
            <source>Not a square: of {width}×{height} the middle is shown.</source>
            <translation>不是正方形：{width}×{height} 只显示中间部分。</translation>
        </message>
        <message>
            <source>App in front</source>
            <translation>应用在前台</translation>
        </message>
        <message>
            <source>App not in front</source>
            <translation>应用不在前台</translation>
        </message>
        <message>
            <source>App running</source>
            <translation>应用在运行</translation>
        </message>
        <message>
            <source>App not running</source>
            <translation>应用未运行</translation>
        </message>
        <message>
            <source>App in any state</source>
            <translation>应用处于任何状态</translation>
        </message>
        <message>
            <source>30 s</source>
            <translation>30 秒</translation>
        </message>
        <message>
            <source>10 s</source>
            <translation>10 秒</translation>
        </message>
        <message>
            <source>The app gets the data at once.</source>
            <translation>应用立即收到数据。</translation>
        </message>
        <message>
            <source>IM background mode wakes the app, at most twice an hour. Needs a right.</source>
            <translation>IM 后台模式会唤醒应用，每小时最多 2 次。需要权益。</translation>
        </message>
        <message>
            <source>The system writes the data into the app’s own store. The app is not started.</source>
            <translation>系统将数据写入应用自己的存储。应用不会启动。</translation>
        </message>
        <message>
            <source>The phone keeps only the newest message, for about 7 days, and hands it over when the app starts.</source>
            <translation>手机只保留最新一条消息，约 7 天，应用启动时交付。</translation>
        </message>
        <message>
            <source>Urgency HIGH wakes the app. Needs a right: else it waits.</source>
            <translation>优先级 HIGH 会唤醒应用。需要权益，否则等待。</translation>
        </message>
        <message>
            <source>The message waits on the phone until the app runs (receipt 27).</source>
            <translation>消息在手机上等待，直到应用运行（回执 27）。</translation>
        </message>
        <message>
            <source>No notification is shown.</source>
            <translation>不展示通知。</translation>
        </message>
        <message>
            <source>The system starts the app’s extension process. It reads the extra data and speaks; what it says is up to the app.</source>
            <translation>系统启动应用的扩展进程。它读取额外数据并播报；播报什么由应用决定。</translation>
        </message>
        <message>
            <source>The system starts the app’s VoIP extension. It rings and shows the call.</source>
            <translation>系统启动应用的 VoIP 扩展，由它响铃并显示来电。</translation>
        </message>
        <message>
            <source>{state}: {deed}</source>
            <translation>{state}：{deed}</translation>
        </message>
        <message>
            <source>{state}: {deed} It may run for {time}.</source>
            <translation>{state}：{deed}可运行 {time}。</translation>
        </message>
        <message>
            <source>No notification. The system puts the values into the card “{form}” with the ID {id}; the app is not started.</source>
            <translation>没有通知。系统将数值写入 ID 为 {id} 的卡片“{form}”；应用不会启动。</translation>
        </message>
        <message>
            <source>Without this card on the home screen nothing changes, and the ID is blocked for 30 days.</source>
            <translation>桌面上没有这张卡片时什么都不变，且该 ID 被屏蔽 30 天。</translation>
        </message>
        <message>
            <source>Version 0 is always applied, and starts the counting anew.</source>
            <translation>版本 0 总会生效，并重新开始计数。</translation>
        </message>
        <message>
            <source>Version {version} has to be greater than the last one; else nothing.</source>
            <translation>版本 {version} 必须大于上一个版本，否则不变。</translation>
        </message>
        <message>
            <source>If the picture cannot be loaded, nothing is changed at all.</source>
            <translation>若图片无法加载，则什么都不变。</translation>
        </message>
        <message>
            <source>If the picture cannot be loaded, the other values change all the same.</source>
            <translation>若图片无法加载，其他数值仍会更新。</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>某人</translation>
        </message>
        <message>
            <source>Incoming call</source>
            <translation>来电</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>接听</translation>
        </message>
        <message>
            <source>Only a stand-in: the app draws its own call screen.</source>
            <translation>仅为示意：应用自行绘制通话界面。</translation>
        </message>
        <message>
            <source>Capsule</source>
            <translation>胶囊</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>展开</translation>
        </message>
        <message>
            <source>Capsule hidden</source>
            <translation>胶囊隐藏</translation>
        </message>
        <message>
            <source>No capsule</source>
            <translation>无胶囊</translation>
        </message>
        <message>
            <source>Notification centre and lock screen</source>
            <translation>通知中心和锁屏</translation>
        </message>
        <message>
            <source>Notification centre and lock screen, later</source>
            <translation>通知中心和锁屏（稍后）</translation>
        </message>
        <message>
            <source>Notification centre, for {time} after the end</source>
            <translation>通知中心，结束后保留 {time}</translation>
        </message>
        <message>
            <source>Ended: taken away from everywhere</source>
            <translation>已结束：从所有位置移除</translation>
        </message>
        <message>
            <source>Outer screen</source>
            <translation>外屏</translation>
        </message>
        <message>
            <source>Lock-screen picture</source>
            <translation>锁屏图片</translation>
        </message>
        <message>
            <source>{name} is no file any more.</source>
            <translation>{name} 已不再是文件。</translation>
        </message>
        <message>
            <source>{name} cannot be read ({detail}).</source>
            <translation>{name} 无法读取（{detail}）。</translation>
        </message>
        <message>
            <source>This file is larger than {most}.</source>
            <translation>这个文件超过 {most}。</translation>
        </message>
        <message>
            <source>There is nothing in it: 0 bytes.</source>
            <translation>文件为空：0 字节。</translation>
        </message>
        <message>
            <source>This is a web page, not a picture.</source>
            <translation>这是网页，不是图片。</translation>
        </message>
        <message>
            <source>This is no picture that a phone would know. Use PNG or JPEG.</source>
            <translation>这不是手机能识别的图片。请使用 PNG 或 JPEG。</translation>
        </message>
        <message>
            <source>Would not be shown: {format} is not taken. Use PNG or JPEG.</source>
            <translation>不会显示：不支持 {format}。请使用 PNG 或 JPEG。</translation>
        </message>
        <message>
            <source>This {format} is broken: it cannot be decoded. Save it anew.</source>
            <translation>这个 {format} 文件已损坏，无法解码。请重新保存。</translation>
        </message>
        <message>
            <source>{width}×{height} pixels are too many to be decoded here.</source>
            <translation>{width}×{height} 像素过多，无法在此解码。</translation>
        </message>
        <message>
            <source>Badge {before} → {after}. {why}</source>
            <translation>角标 {before} → {after}。{why}</translation>
        </message>
        <message>
            <source>Neither opening the app nor clearing the notification resets it: the app has to do that itself.</source>
            <translation>打开应用或清除通知都不会重置角标：须由应用自行处理。</translation>
        </message>
        <message>
            <source>Drawn as HarmonyOS 5 does; HarmonyOS 3 and 4, EMUI and Android draw it in their own way.</source>
            <translation>按 HarmonyOS 5 的方式绘制；HarmonyOS 3 和 4、EMUI 和 Android 有各自的绘制方式。</translation>
        </message>
        <message>
            <source>Wearables show no image, no list of lines, no big text and no badge, and play no sound of the app’s own.</source>
            <translation>穿戴设备不显示图片、多行文本、大文本和角标，也不播放应用自定义铃声。</translation>
        </message>
        <message>
            <source>Notification centre</source>
            <translation>通知中心</translation>
        </message>
        <message>
            <source>Lock screen</source>
            <translation>锁屏</translation>
        </message>
        <message>
            <source>Banner</source>
            <translation>横幅</translation>
        </message>
        <message>
            <source>Badge on the icon</source>
            <translation>图标上的角标</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>通知中心</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁屏</translation>
        </message>
        <message>
            <source>Badge</source>
            <translation>角标</translation>
        </message>
        <message>
            <source>Alone</source>
            <translation>单条</translation>
        </message>
        <message>
            <source>In a group, closed</source>
            <translation>在分组中，收起</translation>
        </message>
        <message>
            <source>In a group, opened</source>
            <translation>在分组中，展开</translation>
        </message>
        <message>
            <source>Opened as a list</source>
            <translation>以列表展开</translation>
        </message>
        <message>
            <source>Icon and count</source>
            <translation>图标和数量（初始）</translation>
        </message>
        <message>
            <source>Text hidden</source>
            <translation>内容已隐藏</translation>
        </message>
        <message>
            <source>Over an app</source>
            <translation>应用之上</translation>
        </message>
        <message>
            <source>Over a full screen</source>
            <translation>全屏之上</translation>
        </message>
        <message>
            <source>Home screen</source>
            <translation>桌面</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Foldable</source>
            <translation>折叠屏</translation>
        </message>
        <message>
            <source>Foldable, open</source>
            <translation>折叠屏（展开）</translation>
        </message>
        <message>
            <source>Tablet</source>
            <translation>平板</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>手表</translation>
        </message>
        <message>
            <source>Like this window</source>
            <translation>跟随窗口</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Approximate. Devices differ.</source>
            <translation>仅供参考，各设备有差异。</translation>
        </message>
        <message>
            <source>Title cut after “{shown}”. Not shown: {rest}</source>
            <translation>标题在“{shown}”之后被截断。未显示：{rest}</translation>
        </message>
        <message>
            <source>Text cut after “{shown}”. Not shown: {rest}</source>
            <translation>内容在“{shown}”之后被截断。未显示：{rest}</translation>
        </message>
        <message>
            <source>dddd, d MMMM</source>
            <translation>M月d日 dddd</translation>
        </message>
        <message>
            <source>Schematic: devices draw it in their own way</source>
            <translation>示意图：设备按各自的方式绘制</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>App</source>
            <translation>应用</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>版本 {version}</translation>
        </message>
        <message>
            <source>ID {id}</source>
            <translation>ID {id}</translation>
        </message>
        <message>
            <source>No values yet: fill in the card data.</source>
            <translation>还没有数值：请填写卡片数据。</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>以及另外 {count} 项</translation>
        </message>
        <message>
            <source>The app draws its card; here stand the values it is given.</source>
            <translation>卡片由应用绘制；此处是交给它的数值。</translation>
        </message>
    </context>
    <context>
        <name>pushkit</name>
        <message>
            <source>To open a page of the app, give its action or its URI.</source>
            <translation>打开应用页面需要填写 action 或 URI。</translation>
        </message>
        <message>
            <source>PLAY_VOICE works only as a text-to-speech message.</source>
            <translation>PLAY_VOICE 只能用于语音播报消息。</translation>
        </message>
        <message>
            <source>MARKETING is silent, and a device shows 2 a day (5 for licensed news apps). While testing, send it as a test message.</source>
            <translation>MARKETING 是静默的，每台设备每天只展示 2 条（有资质的新闻类应用 5 条）。测试时请作为测试消息发送。</translation>
        </message>
        <message>
            <source>{category} needs a right from AppGallery Connect. Without it Push Kit still answers success, but the phone treats the message as MARKETING: silent, 2 a day.</source>
            <translation>{category} 需要在 AppGallery Connect 申请权益。没有权益时 Push Kit 仍返回成功，但手机按 MARKETING 处理：静默，每天 2 条。</translation>
        </message>
        <message>
            <source>The multi-line style needs its lines.</source>
            <translation>多行样式需要填写各行文本。</translation>
        </message>
        <message>
            <source>Lines are shown only with the multi-line style.</source>
            <translation>各行文本仅在多行样式下展示。</translation>
        </message>
        <message>
            <source>Big text is deprecated: the normal style shows three lines already.</source>
            <translation>大文本已废弃：普通样式已可显示三行。</translation>
        </message>
        <message>
            <source>The image should be a PNG, JPG, BMP or WEBP: its address ends otherwise. A picture that the phone cannot read is left out, and nothing says so.</source>
            <translation>图片应为 PNG、JPG、BMP 或 WEBP，而地址的后缀不是。手机无法读取的图片会被略去，且没有任何提示。</translation>
        </message>
        <message>
            <source>A sound duration needs a sound.</source>
            <translation>设置铃声时长需要先设置铃声。</translation>
        </message>
        <message>
            <source>A sound has no effect for MARKETING, which is silent.</source>
            <translation>铃声对 MARKETING 无效，它是静默的。</translation>
        </message>
        <message>
            <source>Without a notify ID this message can be neither replaced nor revoked.</source>
            <translation>没有通知标识，这条消息既不能被替换，也不能撤回。</translation>
        </message>
        <message>
            <source>This profile ID looks like a telephone number or a mail address. Bind and send an anonymous ID instead of a real one.</source>
            <translation>此账号匿名标识看起来像电话号码或邮箱地址。请绑定并发送匿名 ID，不要使用真实信息。</translation>
        </message>
        <message>
            <source>“Set badge to” wins; “Add to badge” has no effect.</source>
            <translation>“设置角标为”优先；“角标增加”无效。</translation>
        </message>
        <message>
            <source>Nothing but the badge changes: no card, no ring. The app needs the self-classification right for IM.</source>
            <translation>只改变角标：没有卡片，不响铃。应用需要即时聊天的自分类权益。</translation>
        </message>
        <message>
            <source>Without a category Huawei’s own classification decides whether it rings or comes silently. The picture shows the louder case.</source>
            <translation>没有消息类别时，由华为智能分类决定响铃还是静默。图中所示为响铃的情形。</translation>
        </message>
        <message>
            <source>Notification centre: on top, right after live views.</source>
            <translation>通知中心：置顶，紧随实况窗之后。</translation>
        </message>
        <message>
            <source>Notification centre: below, under “More notifications”.</source>
            <translation>通知中心：靠下，位于“更多通知”中。</translation>
        </message>
        <message>
            <source>Lock screen: not shown.</source>
            <translation>锁屏：不展示。</translation>
        </message>
        <message>
            <source>Lock screen: if it comes while the device is locked; the user may have its text hidden.</source>
            <translation>锁屏：设备锁定时到达则展示；用户可能隐藏内容。</translation>
        </message>
        <message>
            <source>Sound: silent, and no vibration.</source>
            <translation>铃声：静默，不振动。</translation>
        </message>
        <message>
            <source>Sound: vibrates without a ring; the app’s extension speaks instead.</source>
            <translation>铃声：振动但不响铃，由应用的扩展播报。</translation>
        </message>
        <message>
            <source>Sound: rings with the app’s “{sound}” and vibrates.</source>
            <translation>铃声：播放应用的“{sound}”并振动。</translation>
        </message>
        <message>
            <source>Sound: rings and vibrates.</source>
            <translation>铃声：响铃并振动。</translation>
        </message>
        <message>
            <source>Banner: none.</source>
            <translation>横幅：无。</translation>
        </message>
        <message>
            <source>Banner: for about five seconds, if the user has switched banners on for the app.</source>
            <translation>横幅：约五秒，前提是用户为该应用开启了横幅。</translation>
        </message>
        <message>
            <source>Status bar: no icon.</source>
            <translation>状态栏：无图标。</translation>
        </message>
        <message>
            <source>Status bar and always-on display: a small icon.</source>
            <translation>状态栏和息屏显示：小图标。</translation>
        </message>
        <message>
            <source>All this if the app has the right for {category}. Without it, Push Kit takes the message for MARKETING: silent, under “More notifications”.</source>
            <translation>前提是应用拥有 {category} 权益。没有权益时，Push Kit 按 MARKETING 处理：静默，位于“更多通知”中。</translation>
        </message>
        <message>
            <source>The category {category} is not known; shown like MARKETING.</source>
            <translation>未知的消息类别 {category}，按 MARKETING 展示。</translation>
        </message>
        <message>
            <source>The system starts the app’s extension for ten seconds. While the app is in front, nothing is shown.</source>
            <translation>系统启动应用的扩展，运行十秒。应用在前台时不展示任何内容。</translation>
        </message>
        <message>
            <source>While the app is in front, nothing is shown: the app gets the message.</source>
            <translation>应用在前台时不展示任何内容：消息交给应用。</translation>
        </message>
        <message>
            <source>The big-text style is deprecated: the normal one shows three lines, too.</source>
            <translation>大文本样式已废弃：普通样式也可显示三行。</translation>
        </message>
        <message>
            <source>The icon over the app’s own shows from HarmonyOS 6.1.0(23) on, for chats and calls only.</source>
            <translation>叠加在应用图标上的图标自 HarmonyOS 6.1.0(23) 起显示，仅用于聊天和通话。</translation>
        </message>
        <message>
            <source>Only if the user has allowed the app’s notifications.</source>
            <translation>前提是用户允许该应用发送通知。</translation>
        </message>
        <message>
            <source>{adding} is added to what was there.</source>
            <translation>在原有角标上增加 {adding}。</translation>
        </message>
        <message>
            <source>The message leaves the badge as it was.</source>
            <translation>此消息不改变角标。</translation>
        </message>
        <message>
            <source>Set to 0: the badge goes away.</source>
            <translation>设为 0：角标消失。</translation>
        </message>
        <message>
            <source>Set to {setting}, which wins over the {adding} to be added.</source>
            <translation>设为 {setting}，优先于要增加的 {adding}。</translation>
        </message>
        <message>
            <source>Set to {setting}, whatever was there.</source>
            <translation>设为 {setting}，与原值无关。</translation>
        </message>
        <message>
            <source>There is no header X-HUAWEI-CALLBACK-ID. Huawei sends it only where user name and secret are configured; copy it from the log of your server.</source>
            <translation>没有请求头 X-HUAWEI-CALLBACK-ID。仅在配置了用户名和密钥时华为才会携带；请从服务器日志中复制。</translation>
        </message>
        <message>
            <source>This is not the value of X-HUAWEI-CALLBACK-ID: probably another line of the log was copied. Copy the one that reads timestamp=…; nonce=…; value=….</source>
            <translation>这不是 X-HUAWEI-CALLBACK-ID 的值：可能复制了日志中的其他行。请复制形如 timestamp=…; nonce=…; value=… 的一行。</translation>
        </message>
        <message>
            <source>The header is not whole. It lacks {parts}. Probably the log cuts long lines or ends them at a semicolon. Copy all of timestamp=…; nonce=…; value=….</source>
            <translation>请求头不完整，缺少 {parts}。可能是日志截断了长行，或在分号处断开。请完整复制 timestamp=…; nonce=…; value=…。</translation>
        </message>
        <message>
            <source>The header is damaged: “value” should be 44 characters of Base64, and has {count}. Probably the log cut it, or wrote “+”, “/” and “=” differently. Copy it again, from where it came in.</source>
            <translation>请求头已损坏：“value” 应为 44 个 Base64 字符，此处为 {count} 个。可能被日志截断，或“+”“/”“=”被改写。请从最初接收处重新复制。</translation>
        </message>
        <message>
            <source>Enter the user name and the secret of the receipt configuration in AppGallery Connect.</source>
            <translation>请输入 AppGallery Connect 回执配置中的用户名和密钥。</translation>
        </message>
        <message>
            <source>The user name is missing, and it is signed too. Enter the one that stands beside this secret in the receipt configuration in AppGallery Connect.</source>
            <translation>缺少用户名，而签名也包含用户名。请输入 AppGallery Connect 回执配置中与该密钥对应的用户名。</translation>
        </message>
        <message>
            <source>The secret is missing. Enter the one that stands beside this user name in the receipt configuration in AppGallery Connect.</source>
            <translation>缺少密钥。请输入 AppGallery Connect 回执配置中与该用户名对应的密钥。</translation>
        </message>
        <message>
            <source>Who sent the header knows the secret (a new configuration: it is decoded from Base64). The body itself is not signed.</source>
            <translation>请求头的发送方知道密钥（新配置：密钥先经 Base64 解码）。消息体本身没有签名。</translation>
        </message>
        <message>
            <source>Who sent the header knows the secret (an old configuration: it is taken as it is written). The body itself is not signed.</source>
            <translation>请求头的发送方知道密钥（旧配置：密钥按原文使用）。消息体本身没有签名。</translation>
        </message>
        <message>
            <source>User name and secret do not fit this header together, in neither form of the secret; which of the two is wrong cannot be seen. Probably they are of another receipt configuration, or the secret was changed. Copy both again from the one that this address has; if they are right, somebody else sent it.</source>
            <translation>用户名和密钥合在一起与该请求头不符（密钥的两种形式均已尝试）；仅凭签名无法看出是哪一个有误。可能属于另一个回执配置，或密钥已更换。请从该回执地址的配置中重新复制两者；若确认无误，则是他人发送的。</translation>
        </message>
        <message>
            <source>User name and secret do not fit this header together. The secret is not Base64, which those of new configurations are: probably it was not copied whole. Copy it again; if it is an old configuration, look at the user name, too.</source>
            <translation>用户名和密钥合在一起与该请求头不符。该密钥不是 Base64，而新配置的密钥是 Base64：可能没有复制完整。请重新复制；若为旧配置，也请检查用户名。</translation>
        </message>
        <message>
            <source>User name and secret stand in each other’s field. Swap them, and look whether your server has them the wrong way round, too.</source>
            <translation>用户名和密钥填反了。请互换，并检查您的服务器是否也填反了。</translation>
        </message>
        <message>
            <source>The secret is right and the user name is not: it is signed as “{name}”. Small and capital letters and spaces count. Write it so here and on your server.</source>
            <translation>密钥正确，用户名不正确：签名使用的是“{name}”。大小写和空格均有区别。请在此处和服务器上都这样填写。</translation>
        </message>
        <message>
            <source>The user name is right, and the secret, but for quotes or spaces that do not belong to it. Take them out here, and look whether your server has them, too.</source>
            <translation>用户名正确，密钥除多余的引号或空格外也正确。请在此处去掉，并检查服务器上是否也有。</translation>
        </message>
        <message>
            <source>Its timestamp is no time in milliseconds (13 digits), so that its age is unknown. Probably the line was changed on its way: copy it again.</source>
            <translation>其 timestamp 不是毫秒时间（13 位数字），无法得知请求头的时间。该行可能在传输途中被改动：请重新复制。</translation>
        </message>
        <message>
            <source>The header is new.</source>
            <translation>请求头是新的。</translation>
        </message>
        <message>
            <source>The header is {minutes} min ahead of this computer’s clock: one clock is wrong. Have this computer set its clock by the network, and look at that of your server, which may refuse real receipts.</source>
            <translation>请求头比本机时钟快 {minutes} 分钟：有一个时钟不准。请让本机通过网络校时，并检查服务器的时钟，否则服务器可能拒绝真实的回执。</translation>
        </message>
        <message>
            <source>The header is {minutes} min old. From a log, that is normal; if it came in just now, a clock is wrong or it is a repetition, which a server should refuse.</source>
            <translation>请求头是 {minutes} 分钟前的。若来自日志，属于正常；若刚刚收到，则是时钟不准或重放，服务器应当拒绝。</translation>
        </message>
        <message>
            <source>The header is {hours} h old. From a log, that is normal; if it came in just now, a clock is wrong or it is a repetition, which a server should refuse.</source>
            <translation>请求头是 {hours} 小时前的。若来自日志，属于正常；若刚刚收到，则是时钟不准或重放，服务器应当拒绝。</translation>
        </message>
        <message>
            <source>The header is {days} days old. From a log, that is normal; if it came in just now, a clock is wrong or it is a repetition, which a server should refuse.</source>
            <translation>请求头是 {days} 天前的。若来自日志，属于正常；若刚刚收到，则是时钟不准或重放，服务器应当拒绝。</translation>
        </message>
        <message>
            <source>validate_only is true.</source>
            <translation>validate_only 为 true。</translation>
        </message>
        <message>
            <source>backgroundMode 1: the app is woken.</source>
            <translation>backgroundMode 为 1：会唤醒应用。</translation>
        </message>
        <message>
            <source>A background message.</source>
            <translation>这是后台消息。</translation>
        </message>
        <message>
            <source>A data message without a text.</source>
            <translation>这是不含文字的透传消息。</translation>
        </message>
        <message>
            <source>category is {category}.</source>
            <translation>category 为 {category}。</translation>
        </message>
        <message>
            <source>category is {category}, but test messages need no right.</source>
            <translation>category 为 {category}，但测试消息无需权益。</translation>
        </message>
        <message>
            <source>category is MARKETING.</source>
            <translation>category 为 MARKETING。</translation>
        </message>
        <message>
            <source>No category is given: Huawei decides by the text.</source>
            <translation>未填写 category：由华为按内容智能分类。</translation>
        </message>
        <message>
            <source>push-type is {kind}.</source>
            <translation>push-type 为 {kind}。</translation>
        </message>
        <message>
            <source>A test message: {most} requests a project and day.</source>
            <translation>测试消息：每个项目每日 {most} 次请求。</translation>
        </message>
        <message>
            <source>A test message: {count} of {most} requests of today went out from this computer.</source>
            <translation>测试消息：今日已从本机发出 {count} 次请求（上限 {most} 次）。</translation>
        </message>
        <message>
            <source>A marketing message: 2 a device and day, 5 for news apps.</source>
            <translation>资讯营销消息：每台设备每日 2 条，新闻类应用 5 条。</translation>
        </message>
        <message>
            <source>A marketing message: 2 a device and day, 5 for news apps. From this computer the device has had {count} today.</source>
            <translation>资讯营销消息：每台设备每日 2 条，新闻类应用 5 条。今日已从本机向该设备发出 {count} 条。</translation>
        </message>
        <message>
            <source>A text-to-speech message: nothing shows while the app is in front.</source>
            <translation>语音播报消息：应用在前台时不显示。</translation>
        </message>
        <message>
            <source>foregroundShow is false.</source>
            <translation>foregroundShow 为 false。</translation>
        </message>
        <message>
            <source>foregroundShow is on: it shows there too.</source>
            <translation>foregroundShow 已开启：前台也会显示。</translation>
        </message>
        <message>
            <source>No notifyId is given.</source>
            <translation>未填写 notifyId。</translation>
        </message>
        <message>
            <source>notifyId is {number}.</source>
            <translation>notifyId 为 {number}。</translation>
        </message>
        <message>
            <source>appMessageId is {name}.</source>
            <translation>appMessageId 为 {name}。</translation>
        </message>
        <message>
            <source>No collapse key: up to 120 messages wait for a phone.</source>
            <translation>未使用 collapseKey：最多为手机缓存 120 条消息。</translation>
        </message>
        <message>
            <source>The collapse key is {key}.</source>
            <translation>collapseKey 为 {key}。</translation>
        </message>
        <message>
            <source>It ended at {when}.</source>
            <translation>已于 {when} 过期。</translation>
        </message>
        <message>
            <source>It waits for the phone until {when}.</source>
            <translation>在 {when} 之前都会等待手机上线。</translation>
        </message>
        <message>
            <source>{name} is {value}: it names no page.</source>
            <translation>{name} 为 {value}：未指定页面。</translation>
        </message>
        <message>
            <source>A click opens {target}.</source>
            <translation>点击打开 {target}。</translation>
        </message>
        <message>
            <source>profileId is {name}.</source>
            <translation>profileId 为 {name}。</translation>
        </message>
        <message>
            <source>formId is {form}, version is {version}.</source>
            <translation>formId 为 {form}，version 为 {version}。</translation>
        </message>
        <message>
            <source>activityId is {activity}.</source>
            <translation>activityId 为 {activity}。</translation>
        </message>
        <message>
            <source>The project’s data location here: {region}.</source>
            <translation>此处设置的数据处理位置：{region}。</translation>
        </message>
        <message>
            <source>It went out through {api}.</source>
            <translation>通过 {api} 接口发出。</translation>
        </message>
        <message>
            <source>Copy it again: AppGallery Connect, Project settings, General information, OAuth 2.0 client ID.</source>
            <translation>请重新复制：AppGallery Connect &gt; 项目设置 &gt; 常规 &gt; OAuth 2.0 客户端 ID。</translation>
        </message>
        <message>
            <source>The client ID is {id}.</source>
            <translation>Client ID 为 {id}。</translation>
        </message>
        <message>
            <source>“{id}” is no client ID: one has 1 to 64 digits.</source>
            <translation>“{id}”不是 Client ID：应为 1 至 64 位数字。</translation>
        </message>
        <message>
            <source>The client secret is empty.</source>
            <translation>Client Secret 为空。</translation>
        </message>
        <message>
            <source>The client secret holds blanks or line breaks, which came in with the copy.</source>
            <translation>Client Secret 中含有空格或换行，是复制时带入的。</translation>
        </message>
        <message>
            <source>The client secret holds a character that none has: they are letters, digits and = / \ +. It is probably another value, or was encoded.</source>
            <translation>Client Secret 中含有不该有的字符：只应有字母、数字和 = / \ +。可能是其他值，或已被编码。</translation>
        </message>
        <message>
            <source>The client secret is the same as the client ID.</source>
            <translation>Client Secret 与 Client ID 相同。</translation>
        </message>
        <message>
            <source>The client secret has the shape of one ({count} characters).</source>
            <translation>Client Secret 的格式正确（{count} 个字符）。</translation>
        </message>
        <message>
            <source>required</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>deprecated</source>
            <translation>已废弃</translation>
        </message>
        <message>
            <source>Not used: it needs “{title}” as well.</source>
            <translation>未使用：还需要“{title}”。</translation>
        </message>
        <message>
            <source>Not used: it is for “{title}” = {name}.</source>
            <translation>未使用：仅当“{title}”为 {name} 时有效。</translation>
        </message>
        <message>
            <source>Not used: it is for certain values of “{title}”.</source>
            <translation>未使用：仅当“{title}”为特定值时有效。</translation>
        </message>
        <message>
            <source>“{text}” is no address of a proxy. It looks like http://proxy.example:8080 or socks5://proxy.example:1080.</source>
            <translation>“{text}”不是代理地址。代理地址形如 http://proxy.example:8080 或 socks5://proxy.example:1080。</translation>
        </message>
        <message>
            <source>Take user and password out of the proxy’s address: type them in the fields below, so that they are kept as secrets.</source>
            <translation>请从代理地址中去掉用户名和密码，在下面的输入框中填写，以便作为机密保存。</translation>
        </message>
        <message>
            <source>“{text}” is no host that could be left out. It looks like corp.example, *.corp.example or 10.0.0.0/8.</source>
            <translation>“{text}”不是可排除的主机。应形如 corp.example、*.corp.example 或 10.0.0.0/8。</translation>
        </message>
        <message>
            <source>Type the user of the proxy, or untick that it asks for one.</source>
            <translation>请填写代理的用户名，或取消勾选“代理需要登录”。</translation>
        </message>
        <message>
            <source>The user of an HTTP proxy cannot hold a colon. Type only the name.</source>
            <translation>HTTP 代理的用户名不能包含冒号。请只填写用户名。</translation>
        </message>
        <message>
            <source>The kept user and password belong to {proxy}. Type those of the new proxy.</source>
            <translation>已保存的用户名和密码属于 {proxy}。请填写新代理的用户名和密码。</translation>
        </message>
        <message>
            <source>Choose the CA file, or trust the usual ones.</source>
            <translation>请选择 CA 文件，或改为信任常用的证书颁发机构。</translation>
        </message>
        <message>
            <source>The key needs its client certificate. Choose its file, too.</source>
            <translation>私钥需要对应的客户端证书。请同时选择证书文件。</translation>
        </message>
        <message>
            <source>Seconds are whole numbers from {least} to {most}.</source>
            <translation>秒数为 {least} 到 {most} 的整数。</translation>
        </message>
        <message>
            <source>The private_key in this file is not a PEM key: it should start with “-----BEGIN PRIVATE KEY-----”. Download the key file again.</source>
            <translation>文件中的 private_key 不是 PEM 密钥：应以“-----BEGIN PRIVATE KEY-----”开头。请重新下载密钥文件。</translation>
        </message>
        <message>
            <source>This is not a service-account key file: it has no {names}. Download it from the Developer API Console, “Service account key”.</source>
            <translation>这不是服务账号密钥文件：缺少 {names}。请在 Developer API Console 的“服务账号密钥”中下载。</translation>
        </message>
        <message>
            <source>This is not a service-account key file: it holds no JSON object. Choose the .json file from the Developer API Console.</source>
            <translation>这不是服务账号密钥文件：其中没有 JSON 对象。请选择从 Developer API Console 下载的 .json 文件。</translation>
        </message>
        <message>
            <source>The key “{key}” stands twice here, and only one of them would arrive: give one another name.</source>
            <translation>键“{key}”在此出现两次，只有一个会送出：请为其中一个换个名称。</translation>
        </message>
        <message>
            <source>“{text}” is sent as a text: a number is written with a point.</source>
            <translation>“{text}”会作为文本发送：数字要用小数点。</translation>
        </message>
        <message>
            <source>{number} is too large for a number. Make it a text.</source>
            <translation>{number} 超出数字范围，请改为文本。</translation>
        </message>
        <message>
            <source>Every digit is sent, but apps often read only the first 15 to 16. For an ID, a text is safer.</source>
            <translation>每一位数字都会发送，但应用往往只能读取前 15 到 16 位。ID 用文本更稳妥。</translation>
        </message>
        <message>
            <source>A number does not begin with 0. Make it a text to keep “{text}”.</source>
            <translation>数字不能以 0 开头。如需保留“{text}”，请改为文本。</translation>
        </message>
        <message>
            <source>“{text}” is no number. Write digits, such as 12 or -1.5, or make it a text.</source>
            <translation>“{text}”不是数字。请填写数字，例如 12 或 -1.5，或改为文本。</translation>
        </message>
        <message>
            <source>The project has no credential yet.</source>
            <translation>此项目还没有凭据。</translation>
        </message>
        <message>
            <source>Choose a service-account key file, or type client ID and client secret.</source>
            <translation>请选择服务账号密钥文件，或填写 Client ID 和 Client Secret。</translation>
        </message>
        <message>
            <source>Push Kit answered {code}, which says nothing sure of the credential.</source>
            <translation>Push Kit 返回 {code}，不能据此判断凭据是否正确。</translation>
        </message>
        <message>
            <source>The OAuth service gave an access token, and Push Kit took it ({code}).</source>
            <translation>OAuth 服务已签发 Access Token，Push Kit 已接受（{code}）。</translation>
        </message>
        <message>
            <source>Push Kit took the key: it refused nothing but the made-up token ({code}).</source>
            <translation>Push Kit 已接受该密钥：只拒绝了虚构的 Token（{code}）。</translation>
        </message>
        <message>
            <source>Push Kit says that the fresh token has ended ({code}).</source>
            <translation>Push Kit 称刚生成的令牌已过期（{code}）。</translation>
        </message>
        <message>
            <source>Push Kit refused the credential ({code}).</source>
            <translation>Push Kit 拒绝了该凭据（{code}）。</translation>
        </message>
        <message>
            <source>Push Kit took the credential, but says that the project has no right to send to the made-up token (80300002).</source>
            <translation>Push Kit 已接受该凭据，但称项目无权向虚构的 Token 发送（80300002）。</translation>
        </message>
        <message>
            <source>Push Kit took the credential, and refused the made-up token for “{reason}” ({code}). That may be about the project, not the token.</source>
            <translation>Push Kit 已接受该凭据，但以“{reason}”（{code}）拒绝了虚构的 Token，问题可能在于项目。</translation>
        </message>
        <message>
            <source>Try a token of your own app. If it is refused alike, enable Push Kit for the app in AppGallery Connect.</source>
            <translation>请用自己应用的 Token 再试。如果同样被拒绝，请在 AppGallery Connect 中为应用开通推送服务。</translation>
        </message>
        <message>
            <source>Push Kit took the credential, but takes no more test messages now (80300029).</source>
            <translation>Push Kit 已接受该凭据，但暂不再接受测试消息（80300029）。</translation>
        </message>
        <message>
            <source>Wait a little, or send tests again tomorrow.</source>
            <translation>请稍候，或明天再发送测试消息。</translation>
        </message>
        <message>
            <source>Push Kit finds the life of the token too long (80300036).</source>
            <translation>Push Kit 认为令牌的有效期过长（80300036）。</translation>
        </message>
        <message>
            <source>In this order: is the key of the same project as the ID; was it deleted or replaced in the Developer API Console; is Push Kit enabled for the project.</source>
            <translation>请依次检查：密钥与 ID 是否属于同一项目；密钥是否已在 Developer API Console 中删除或更换；项目是否已开通推送服务。</translation>
        </message>
        <message>
            <source>Copy client ID and secret again: AppGallery Connect, Project settings, General information.</source>
            <translation>请重新复制 Client ID 和 Client Secret：AppGallery Connect &gt; 项目设置 &gt; 常规。</translation>
        </message>
        <message>
            <source>Ask again later; `hmpush explain {code}` says what it means.</source>
            <translation>请稍后再试；`hmpush explain {code}` 可查看其含义。</translation>
        </message>
        <message>
            <source>There was no answer.</source>
            <translation>没有响应。</translation>
        </message>
        <message>
            <source>Nothing is known of the credential by that. Look at network, proxy and the addresses of the project, and ask again.</source>
            <translation>不能据此判断凭据。请检查网络、代理和项目的地址，再重新检查。</translation>
        </message>
        <message>
            <source>A \u escape stands for half of a character. Write the character itself, or both halves.</source>
            <translation>有一个 \u 转义只是半个字符。请直接写该字符，或补全两半。</translation>
        </message>
        <message>
            <source>A number is too large, or the nesting too deep, for JSON.</source>
            <translation>数字过大或嵌套过深，JSON 无法表示。</translation>
        </message>
        <message>
            <source>A JSON object is needed here: it starts with {{ and ends with }}.</source>
            <translation>这里需要 JSON 对象：以 {{ 开头，以 }} 结尾。</translation>
        </message>
        <message>
            <source>This is not valid JSON: line {line}, column {column}. {hint}</source>
            <translation>JSON 无效：第 {line} 行，第 {column} 列。{hint}</translation>
        </message>
        <message>
            <source>JSON has no {name}. Use a number or a text.</source>
            <translation>JSON 中没有 {name}。请使用数字或文本。</translation>
        </message>
        <message>
            <source>The key “{key}” stands twice in one object. Only one of them would be sent: take the other away.</source>
            <translation>键“{key}”在同一对象中出现两次，只有一个会发送：请删除另一个。</translation>
        </message>
        <message>
            <source>There is nothing in it.</source>
            <translation>其中没有任何内容。</translation>
        </message>
        <message>
            <source>The text ends too early: a bracket or quote is still open.</source>
            <translation>文本提前结束：还有未闭合的括号或引号。</translation>
        </message>
        <message>
            <source>Take the last comma away.</source>
            <translation>请删除最后一个逗号。</translation>
        </message>
        <message>
            <source>Use straight double quotes: " ".</source>
            <translation>请使用英文双引号：" "。</translation>
        </message>
        <message>
            <source>A comma or colon is probably missing before this quote.</source>
            <translation>这个引号之前可能缺少逗号或冒号。</translation>
        </message>
        <message>
            <source>No JSON begins with “{here}”.</source>
            <translation>JSON 不会以“{here}”开头。</translation>
        </message>
        <message>
            <source>Look just before “{here}”.</source>
            <translation>请检查“{here}”之前。</translation>
        </message>
        <message>
            <source>The client secret does not match client ID {client_id} (OAuth error {error}/{sub_error}). Copy the secret again from the project settings in AppGallery Connect.</source>
            <translation>Client Secret 与 Client ID {client_id} 不匹配（OAuth 错误 {error}/{sub_error}）。请从 AppGallery Connect 的项目设置中重新复制。</translation>
        </message>
        <message>
            <source>Client ID {client_id} is not known to the OAuth service (error {error}/{sub_error}). It is the number under “OAuth 2.0 client ID” in AppGallery Connect.</source>
            <translation>OAuth 服务不认识 Client ID {client_id}（错误 {error}/{sub_error}）。它是 AppGallery Connect 中“OAuth 2.0 客户端 ID”下的数字。</translation>
        </message>
        <message>
            <source>The client secret is empty or cut (OAuth error {error}/{sub_error}). Copy it again from AppGallery Connect.</source>
            <translation>Client Secret 为空或不完整（OAuth 错误 {error}/{sub_error}）。请从 AppGallery Connect 重新复制。</translation>
        </message>
        <message>
            <source>The OAuth service refused the client (error {error}/{sub_error}). Check client ID and secret, and try again later.</source>
            <translation>OAuth 服务拒绝了该客户端（错误 {error}/{sub_error}）。请检查 Client ID 和 Client Secret，稍后重试。</translation>
        </message>
        <message>
            <source>No access token: the OAuth address answered HTTP {status} without one. A proxy or a wrong address probably answered; check the project’s OAuth host.</source>
            <translation>没有 Access Token：OAuth 地址返回 HTTP {status}，但其中没有 Token。可能是代理应答或地址有误；请检查项目的 OAuth 地址。</translation>
        </message>
        <message>
            <source>Stopped while waiting for the answer. It may have been sent: look at a device before you send it again.</source>
            <translation>等待响应时被停止。可能已经发出：再次发送前请先查看设备。</translation>
        </message>
        <message>
            <source>Push Kit is busy (HTTP 503): too many devices a second, or the whole service is slowed down. Nothing was accepted. Wait, then send again.</source>
            <translation>Push Kit 繁忙（HTTP 503）：每秒设备数过多，或整个服务被限流。没有受理任何内容。请稍候再发送。</translation>
        </message>
        <message>
            <source>A proxy or gateway on the way found the request too large (HTTP 413). Nothing reached Push Kit. Choose fewer devices at once, or ask whoever runs the proxy.</source>
            <translation>途中的代理或网关认为请求过大（HTTP 413），请求未到达 Push Kit。请减少一次发送的设备数，或咨询代理的管理者。</translation>
        </message>
        <message>
            <source>A proxy on the way asks for a user and a password (HTTP 407). Nothing reached Push Kit. Type them under Connection.</source>
            <translation>途中的代理要求用户名和密码（HTTP 407），请求未到达 Push Kit。请在“连接设置”中填写。</translation>
        </message>
        <message>
            <source>This answer (HTTP {status}) did not come from Push Kit: it holds no code. A proxy, a firewall or a wrong address probably answered instead.</source>
            <translation>此响应（HTTP {status}）不是来自 Push Kit：其中没有错误码。可能是代理、防火墙的应答，或地址有误。</translation>
        </message>
        <message>
            <source>Nothing was sent. {why}</source>
            <translation>未发送。{why}</translation>
        </message>
        <message>
            <source>Nothing was sent: {host} did not answer in time. Check the network, proxy and firewall, then send again.</source>
            <translation>未发送：{host} 没有及时响应。请检查网络、代理和防火墙，然后再次发送。</translation>
        </message>
        <message>
            <source>Nothing was sent: no connection to {host} ({detail}). Check the network and the project’s addresses, then send again.</source>
            <translation>未发送：无法连接 {host}（{detail}）。请检查网络和项目中的地址，然后再次发送。</translation>
        </message>
        <message>
            <source>The request went out, but its answer was lost ({detail}). It may have been sent: look at a device before you send it again.</source>
            <translation>请求已发出，但响应丢失（{detail}）。可能已经受理：再次发送前请先查看设备。</translation>
        </message>
        <message>
            <source>({count} characters, not shown)</source>
            <translation>（{count} 个字符，不显示）</translation>
        </message>
        <message>
            <source>This is a private key behind a pass phrase, not a key file.</source>
            <translation>这是带口令保护的私钥，不是密钥文件。</translation>
        </message>
        <message>
            <source>This is a bare private key, such as Apple’s .p8, and not a key file: it says neither project nor key ID.</source>
            <translation>这只是一个私钥（例如 Apple 的 .p8），不是密钥文件：其中没有项目和密钥 ID。</translation>
        </message>
        <message>
            <source>This is a public key: nothing can be signed with it.</source>
            <translation>这是公钥，不能用来签名。</translation>
        </message>
        <message>
            <source>This is a certificate: nothing can be signed with it.</source>
            <translation>这是证书，不能用来签名。</translation>
        </message>
        <message>
            <source>This is a web page, not a key file: probably the page that asks one to sign in was saved in its place.</source>
            <translation>这是网页，不是密钥文件：可能误存了登录页面。</translation>
        </message>
        <message>
            <source>This is a token (JWT), not a key file: it works for an hour.</source>
            <translation>这是令牌 (JWT)，不是密钥文件：有效期只有一小时。</translation>
        </message>
        <message>
            <source>This is agconnect-services.json, the settings that an app is built with. Nothing can be signed with it.</source>
            <translation>这是 agconnect-services.json，即构建应用用的配置文件，不能用来签名。</translation>
        </message>
        <message>
            <source>This is the file of an API client of AppGallery Connect. Push Kit wants a service account.</source>
            <translation>这是 AppGallery Connect 的 API 客户端文件。Push Kit 需要服务账号。</translation>
        </message>
        <message>
            <source>This is module.json5 of an app, not a key file.</source>
            <translation>这是应用的 module.json5，不是密钥文件。</translation>
        </message>
        <message>
            <source>This is google-services.json, the settings of an app for Firebase.</source>
            <translation>这是 google-services.json，即应用的 Firebase 配置文件。</translation>
        </message>
        <message>
            <source>This is a service account of Google (Firebase, FCM). Push Kit knows nothing of it.</source>
            <translation>这是 Google（Firebase、FCM）的服务账号，与 Push Kit 无关。</translation>
        </message>
        <message>
            <source>This is an OAuth client of Google.</source>
            <translation>这是 Google 的 OAuth 客户端。</translation>
        </message>
        <message>
            <source>This is a client ID with its secret, not a service-account key.</source>
            <translation>这是 Client ID 和 Client Secret，不是服务账号密钥。</translation>
        </message>
        <message>
            <source>Type them under Client ID and Client secret: v1 and v2 take them. v3 needs a service-account key.</source>
            <translation>请填写到 Client ID 和 Client Secret：可用于 v1 和 v2。v3 需要服务账号密钥。</translation>
        </message>
        <message>
            <source>This is a push message, not a key file.</source>
            <translation>这是推送消息，不是密钥文件。</translation>
        </message>
        <message>
            <source>Header of our JWT: alg PS256, typ JWT, kid {key_id}.</source>
            <translation>生成的 JWT 头部：alg PS256，typ JWT，kid {key_id}。</translation>
        </message>
        <message>
            <source>The header of our JWT is not what Push Kit wants.</source>
            <translation>生成的 JWT 头部不符合 Push Kit 的要求。</translation>
        </message>
        <message>
            <source>Claims of our JWT: iss {sub_account}, aud {audience}.</source>
            <translation>生成的 JWT 声明：iss {sub_account}，aud {audience}。</translation>
        </message>
        <message>
            <source>The claims of our JWT are not what Push Kit wants.</source>
            <translation>生成的 JWT 声明不符合 Push Kit 的要求。</translation>
        </message>
        <message>
            <source>Our JWT lives {life} s; Push Kit refuses more than {most} s.</source>
            <translation>生成的 JWT 有效期为 {life} 秒；超过 {most} 秒会被 Push Kit 拒绝。</translation>
        </message>
        <message>
            <source>Its signature holds against the public half of the key.</source>
            <translation>其签名通过了该密钥公钥部分的验证。</translation>
        </message>
        <message>
            <source>Its signature does not hold: the key is damaged inside.</source>
            <translation>其签名验证失败：密钥内部已损坏。</translation>
        </message>
        <message>
            <source>Make a new key in the Developer API Console. If it stays, copy this report into an issue of this program.</source>
            <translation>请在 Developer API Console 中新建密钥。如问题依旧，请将本报告复制到本程序的问题单中。</translation>
        </message>
        <message>
            <source>Choose the .json file that the Developer API Console gave you under “Service account key”, or make a new key there.</source>
            <translation>请选择从 Developer API Console 的“服务账号密钥”中下载的 .json 文件，或在那里新建密钥。</translation>
        </message>
        <message>
            <source>Use the file as it was downloaded. Huawei keeps no copy of a private key: if the file is lost, make a new key in the Developer API Console.</source>
            <translation>请使用下载的原文件。华为不保留私钥副本：如文件已丢失，请在 Developer API Console 中新建密钥。</translation>
        </message>
        <message>
            <source>The key is RSA, but has only {bits} bits: Huawei’s have 4096, and less than 2048 is not safe.</source>
            <translation>这是 RSA 密钥，但只有 {bits} 位：华为的密钥为 4096 位，低于 2048 位不安全。</translation>
        </message>
        <message>
            <source>The line breaks in private_key are written out as \n twice: a program or a variable has escaped the file once more.</source>
            <translation>private_key 中的换行被多写了一层 \n：某个程序或变量又转义了一次文件内容。</translation>
        </message>
        <message>
            <source>private_key is not a PEM key: it should start with “-----BEGIN PRIVATE KEY-----”.</source>
            <translation>private_key 不是 PEM 密钥：应以“-----BEGIN PRIVATE KEY-----”开头。</translation>
        </message>
        <message>
            <source>private_key holds a public key or a certificate: nothing can be signed with it.</source>
            <translation>private_key 中是公钥或证书，不能用来签名。</translation>
        </message>
        <message>
            <source>The key is behind a pass phrase, which Huawei’s never are.</source>
            <translation>密钥带有口令保护，而华为的密钥从不带口令。</translation>
        </message>
        <message>
            <source>private_key is too long for an RSA key of 4096 bits: it has {count} characters, and those have about 3300.</source>
            <translation>private_key 对于 4096 位 RSA 密钥来说过长：有 {count} 个字符，正常约为 3300 个。</translation>
        </message>
        <message>
            <source>The key has lost its end: the file was cut or copied in part.</source>
            <translation>密钥缺少结尾：文件被截断，或只复制了一部分。</translation>
        </message>
        <message>
            <source>The private key cannot be read: characters of it are missing or were changed.</source>
            <translation>无法读取私钥：有字符缺失或被改动。</translation>
        </message>
        <message>
            <source>The private key is no RSA key. Push Kit takes RSA of 4096 bits only; Apple’s .p8 files, for one, hold another kind.</source>
            <translation>私钥不是 RSA 密钥。Push Kit 只接受 4096 位 RSA；例如 Apple 的 .p8 文件中是另一种密钥。</translation>
        </message>
        <message>
            <source>The private key is an RSA key of {bits} bits, and is whole.</source>
            <translation>私钥是 {bits} 位 RSA 密钥，完整无损。</translation>
        </message>
        <message>
            <source>The private key is an RSA key of {bits} bits; Huawei’s have 4096.</source>
            <translation>私钥是 {bits} 位 RSA 密钥；华为的密钥为 4096 位。</translation>
        </message>
        <message>
            <source>It can sign. If it is not a key of the sandbox, look at where the file comes from.</source>
            <translation>可以签名。如果不是沙箱的密钥，请核实文件来源。</translation>
        </message>
        <message>
            <source>The key is not in PKCS#8 form, as Huawei’s are: it was converted.</source>
            <translation>密钥不是华为使用的 PKCS#8 格式：已被转换过。</translation>
        </message>
        <message>
            <source>It works here. Java and other servers may refuse it: use the file as it was downloaded.</source>
            <translation>在这里可以使用，但 Java 等服务端可能拒绝：请使用下载的原文件。</translation>
        </message>
        <message>
            <source>This file is JSON, but no object with the fields of a key file.</source>
            <translation>此文件是 JSON，但不是含有密钥文件字段的对象。</translation>
        </message>
        <message>
            <source>This file is not the JSON of a key file.</source>
            <translation>此文件不是密钥文件的 JSON。</translation>
        </message>
        <message>
            <source>The file ends in the middle: its download or copy was cut off.</source>
            <translation>文件不完整：下载或复制时被截断。</translation>
        </message>
        <message>
            <source>This file is no JSON: it breaks in line {line}, column {column}.</source>
            <translation>此文件不是 JSON：第 {line} 行第 {column} 列出错。</translation>
        </message>
        <message>
            <source>This is not a service-account key file, or not all of it: it has no {names}.</source>
            <translation>这不是服务账号密钥文件，或不完整：缺少 {names}。</translation>
        </message>
        <message>
            <source>{names} should be a text in quotes: somebody edited the file.</source>
            <translation>{names} 应为引号内的文本：文件被编辑过。</translation>
        </message>
        <message>
            <source>It is a service-account key file of Huawei.</source>
            <translation>这是华为的服务账号密钥文件。</translation>
        </message>
        <message>
            <source>The file has no {names}, as a downloaded one has. Nothing here needs it.</source>
            <translation>文件缺少下载文件应有的 {names}。本程序不需要它。</translation>
        </message>
        <message>
            <source>{names} is no address of Huawei. Nothing here uses it.</source>
            <translation>{names} 不是华为的地址。本程序不使用它。</translation>
        </message>
        <message>
            <source>{name} holds blanks or invisible characters.</source>
            <translation>{name} 中含有空格或不可见字符。</translation>
        </message>
        <message>
            <source>project_id is “{value}”, but the IDs of AppGallery Connect are digits only.</source>
            <translation>project_id 为“{value}”，但 AppGallery Connect 的 ID 只含数字。</translation>
        </message>
        <message>
            <source>{name} is {value}.</source>
            <translation>{name} 为 {value}。</translation>
        </message>
        <message>
            <source>If the file was put together by hand, compare its key ID and account with those in the Developer API Console.</source>
            <translation>如果文件是手工拼成的，请与 Developer API Console 中的密钥 ID 和账号核对。</translation>
        </message>
        <message>
            <source>a ZIP archive or an app package</source>
            <translation>ZIP 压缩包或应用包</translation>
        </message>
        <message>
            <source>a certificate or key store in binary form, such as .p12</source>
            <translation>二进制格式的证书或密钥库（例如 .p12）</translation>
        </message>
        <message>
            <source>a key store of Java</source>
            <translation>Java 密钥库</translation>
        </message>
        <message>
            <source>a compressed file</source>
            <translation>压缩文件</translation>
        </message>
        <message>
            <source>a PDF</source>
            <translation>PDF 文件</translation>
        </message>
        <message>
            <source>a picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>This file is too large for a key file: it has more than {count} KB, and a key file about 4.</source>
            <translation>此文件过大，不会是密钥文件：超过 {count} KB，而密钥文件约为 4 KB。</translation>
        </message>
        <message>
            <source>This file is empty.</source>
            <translation>此文件为空。</translation>
        </message>
        <message>
            <source>This is no key file but {kind}.</source>
            <translation>这不是密钥文件，而是{kind}。</translation>
        </message>
        <message>
            <source>This file cannot be read as text in UTF-8: it is no key file, or was changed on the way.</source>
            <translation>无法按 UTF-8 文本读取此文件：它不是密钥文件，或在传输中被改动。</translation>
        </message>
        <message>
            <source>This file holds NUL characters, which no key file has: its download or copy was damaged.</source>
            <translation>此文件含有 NUL 字符，而密钥文件中不会有：下载或复制时已损坏。</translation>
        </message>
        <message>
            <source>The file begins with a byte order mark: an editor has saved it. It is read here all the same.</source>
            <translation>文件以字节顺序标记 (BOM) 开头：被编辑器保存过。本程序仍可读取。</translation>
        </message>
        <message>
            <source>The file was saved as UTF-16. It is read here all the same.</source>
            <translation>文件被保存为 UTF-16。本程序仍可读取。</translation>
        </message>
        <message>
            <source>Your server may refuse it: use the file as it was downloaded, or save it as UTF-8 without a byte order mark.</source>
            <translation>您的服务端可能无法读取：请使用下载的原文件，或保存为不带 BOM 的 UTF-8。</translation>
        </message>
        <message>
            <source>In {tag} the message has {size} of {allowed} bytes: cut {excess}, or Push Kit will refuse it in that language.</source>
            <translation>{tag} 版本的消息为 {size} / {allowed} 字节：须减少 {excess} 字节，否则 Push Kit 会拒绝该语言的消息。</translation>
        </message>
        <message>
            <source>Not in {tag} yet: {first}.</source>
            <translation>{tag} 中尚缺：{first}。</translation>
        </message>
        <message>
            <source>Not in {tag} yet: {first} and {more} more.</source>
            <translation>{tag} 中尚缺：{first}，以及另外 {more} 项。</translation>
        </message>
        <message>
            <source>A message goes to a topic or to a condition, not to both.</source>
            <translation>消息只能发往主题或条件之一，不能同时使用。</translation>
        </message>
        <message>
            <source>A topic has up to 900 letters, digits, Chinese characters and _ . ~ % -.</source>
            <translation>主题最多 900 个字符，可用字母、数字、汉字和 _ . ~ % -。</translation>
        </message>
        <message>
            <source>A condition may name at most {most} topics.</source>
            <translation>条件中最多可包含 {most} 个主题。</translation>
        </message>
        <message>
            <source>This is no condition. It looks like {example}.</source>
            <translation>这不是条件。条件形如 {example}。</translation>
        </message>
        <message>
            <source>HIGH urgency needs a special right; without it Push Kit refuses the message with 80300011.</source>
            <translation>优先级 HIGH 需要专门的权益；没有权益时 Push Kit 以 80300011 拒绝该消息。</translation>
        </message>
        <message>
            <source>{label} is missing.</source>
            <translation>缺少“{label}”。</translation>
        </message>
        <message>
            <source>Say what a click opens (android.notification.click_action).</source>
            <translation>请说明点击后打开什么（android.notification.click_action）。</translation>
        </message>
        <message>
            <source>To open a page of the app, give its intent or its action.</source>
            <translation>打开应用页面需要填写 intent 或 action。</translation>
        </message>
        <message>
            <source>To open a web address, give its URL.</source>
            <translation>打开网址需要填写 URL。</translation>
        </message>
        <message>
            <source>Notification and data together: the system draws the notification, and the app gets the data only when it is tapped. To wake the app, send a data message of its own.</source>
            <translation>通知与数据同时存在：系统绘制通知，应用只有在通知被点击时才收到数据。如需唤醒应用，请单独发送透传消息。</translation>
        </message>
        <message>
            <source>The same title and text went out a moment ago. Phones hold back what repeats itself, and two pushes alike cannot be told apart.</source>
            <translation>相同的标题和内容刚刚发送过。手机会抑制重复的消息，两条相同的推送也无法区分。</translation>
        </message>
        <message>
            <source>This text is nothing but blanks: people would read nothing. Write something.</source>
            <translation>文本只有空格，用户什么也看不到。请填写内容。</translation>
        </message>
        <message>
            <source>This text begins or ends with blanks. Take them away.</source>
            <translation>文本首尾有空格，请删除。</translation>
        </message>
        <message>
            <source>Character {place} is invisible and turns the direction of the text ({name}). What people read is not what is written: take it away unless it is meant.</source>
            <translation>第 {place} 个字符不可见，且会改变文字方向（{name}）。人们读到的与实际内容不同：若非有意，请删除。</translation>
        </message>
        <message>
            <source>Character {place} is invisible ({name}); it probably came along with a copied text. Take it away.</source>
            <translation>第 {place} 个字符不可见（{name}），可能是复制文本时带入的，请删除。</translation>
        </message>
        <message>
            <source>Texts such as “test”, “测试” or bare digits may be intercepted on their way. Write what a person would be told.</source>
            <translation>“test”“测试”或纯数字之类的文本可能在途中被拦截。请写真正要告诉用户的内容。</translation>
        </message>
        <message>
            <source>“{word}” reads like marketing, but the category is {category}. Huawei punishes a wrong category: first a warning, then days without marketing messages, then silence. Use MARKETING, or say it otherwise.</source>
            <translation>“{word}”像是营销内容，但消息类别是 {category}。类别错误会被华为处罚：先是警告，然后数日不能发送营销消息，之后全部静默。请使用 MARKETING，或换一种说法。</translation>
        </message>
        <message>
            <source>Without a category Huawei decides by itself whether this rings or stays silent.</source>
            <translation>没有消息类别时，由华为决定响铃还是静默。</translation>
        </message>
        <message>
            <source>Creating or updating a live view needs its status.</source>
            <translation>创建或更新实况窗需要填写状态。</translation>
        </message>
        <message>
            <source>Update only a live view that was created: an unknown activity ID is blocked for 24 hours.</source>
            <translation>只能更新已创建的实况窗：未知的实况窗 ID 会被屏蔽 24 小时。</translation>
        </message>
        <message>
            <source>A delayed live view needs its trigger: where it starts or ends.</source>
            <translation>延迟的实况窗需要触发条件：在何处开始或结束。</translation>
        </message>
        <message>
            <source>The card text has {length} characters in all: at most {most}.</source>
            <translation>卡片内容共 {length} 个字符：最多 {most} 个。</translation>
        </message>
        <message>
            <source>The card text may have one colour only: here are {count}.</source>
            <translation>卡片内容只能有一种颜色，此处有 {count} 种。</translation>
        </message>
        <message>
            <source>No text of the card has {places}. Write it into the card title, the card text, the auxiliary text or a text block of the layout.</source>
            <translation>卡片的文本中没有 {places}。请写入卡片标题、卡片内容、辅助区文本或布局的文本块。</translation>
        </message>
        <message>
            <source>No text of the card has {places}, so it does not show the status.</source>
            <translation>卡片的文本中没有 {places}，因此不会显示状态。</translation>
        </message>
        <message>
            <source>Huawei’s page is of two minds whether {event} can be created by push. If the phone does not show it, the app has to create it.</source>
            <translation>华为文档对 {event} 能否通过推送创建的说法不一。若手机没有展示，则须由应用创建。</translation>
        </message>
        <message>
            <source>A live view of {event} is created by the app, and push only updates it: Push Kit accepts this message, but the phone shows nothing.</source>
            <translation>{event} 实况窗由应用创建，推送只能更新：Push Kit 会受理此消息，但手机不展示任何内容。</translation>
        </message>
        <message>
            <source>There is no push-type {given}: it is one of {known}.</source>
            <translation>没有 push-type {given}：可以是 {known} 之一。</translation>
        </message>
        <message>
            <source>{size} of {allowed} bytes: cut {excess}.</source>
            <translation>{size} / {allowed} 字节：须减少 {excess} 字节。</translation>
        </message>
        <message>
            <source>The data takes {weight} of the {size} bytes. Send an ID instead and let the app fetch the rest.</source>
            <translation>数据占 {size} 字节中的 {weight} 字节。请改为发送 ID，由应用获取其余内容。</translation>
        </message>
        <message>
            <source>{size} of {allowed} bytes: {left} left before Push Kit refuses it.</source>
            <translation>{size} / {allowed} 字节：再增加 {left} 字节 Push Kit 就会拒绝。</translation>
        </message>
        <message>
            <source>The message holds tokens of its own. They are not sent: a send goes to the chosen devices. Paste them under Devices.</source>
            <translation>消息自带 Token，它们不会发送：发送对象是所选设备。请将其粘贴到“设备”。</translation>
        </message>
        <message>
            <source>The data is not a JSON object. It travels as plain text; apps usually expect an object such as {example}.</source>
            <translation>数据不是 JSON 对象，将作为纯文本发送；应用通常期望对象，例如 {example}。</translation>
        </message>
        <message>
            <source>Only v1 and v2 notifications carry translations (multi_lang_key). Of this message send each language by itself.</source>
            <translation>只有 v1 和 v2 通知消息可携带多语言（multi_lang_key）。这条消息请按语言分别发送。</translation>
        </message>
        <message>
            <source>Add a second language first.</source>
            <translation>请先添加第二种语言。</translation>
        </message>
        <message>
            <source>Translations are looked up by the name of a text in the app. Give a title resource or a text resource (title_loc_key, body_loc_key) first: Content, Texts from the app.</source>
            <translation>译文按应用中文本资源的名称查找。请先在“内容 &gt; 来自应用的文本”中填写标题资源或内容资源（title_loc_key、body_loc_key）。</translation>
        </message>
        <message>
            <source>There is no host called {host}. Probably it is mistyped, or this computer is offline or needs a proxy. Check the project’s addresses and the network.</source>
            <translation>找不到主机 {host}。可能是地址拼写有误、本机未联网或需要代理。请检查项目的地址和网络。</translation>
        </message>
        <message>
            <source>{host} takes no connection at this port. Probably the port is mistyped, nothing runs there, or a firewall is in the way. Check the project’s addresses.</source>
            <translation>{host} 的该端口不接受连接。可能是端口有误、该处没有服务运行，或被防火墙拦截。请检查项目的地址。</translation>
        </message>
        <message>
            <source>{host} did not answer in time. Probably a firewall swallows the connection, or a proxy is needed here. Ask your IT, or allow more seconds.</source>
            <translation>{host} 没有及时响应。可能是防火墙丢弃了连接，或此处需要代理。请咨询 IT 部门，或增加等待秒数。</translation>
        </message>
        <message>
            <source>The connection to {host} broke ({detail}). Check the project’s addresses and the network, then try again.</source>
            <translation>与 {host} 的连接中断（{detail}）。请检查项目的地址和网络，然后重试。</translation>
        </message>
        <message>
            <source>Nothing was sent: there is no access token. {why}</source>
            <translation>未发送：没有 Access Token。{why}</translation>
        </message>
        <message>
            <source>Nothing was sent: no access token, because {url} could not be reached ({detail}). Check the network and the OAuth host.</source>
            <translation>未发送：没有 Access Token，因为无法访问 {url}（{detail}）。请检查网络和 OAuth 地址。</translation>
        </message>
        <message>
            <source>A collapse key has no effect here: only notifications and text-to-speech messages have one.</source>
            <translation>折叠标识在此无效：只有通知消息和语音播报消息支持。</translation>
        </message>
        <message>
            <source>A background mode has no effect here: only background messages.</source>
            <translation>后台模式在此无效：只有后台消息支持。</translation>
        </message>
        <message>
            <source>For calls a time to live of 30 to 60 seconds is advised: nobody wants a call that rang an hour ago.</source>
            <translation>通话消息建议缓存时间为 30 到 60 秒：没有人想接一小时前的来电。</translation>
        </message>
        <message>
            <source>The picture’s key “{key}” is a key of the form data too. Give the picture a key of its own.</source>
            <translation>图片的键“{key}”也是卡片数据的键。请为图片使用单独的键。</translation>
        </message>
        <message>
            <source>A widget takes only a version greater than its last one; 0 starts anew.</source>
            <translation>服务卡片只接受大于上一个的版本；0 重新开始。</translation>
        </message>
        <message>
            <source>A key of the form data must not start with {prefix}.</source>
            <translation>卡片数据的键不能以 {prefix} 开头。</translation>
        </message>
        <message>
            <source>“{key}” is null, which form data must not hold. Take it away.</source>
            <translation>“{key}”为 null，卡片数据中不允许，请删除。</translation>
        </message>
        <message>
            <source>“{key}” is larger than 9 007 199 254 740 991, the largest number that form data can hold. Send it as a text.</source>
            <translation>“{key}”大于 9 007 199 254 740 991，即卡片数据可容纳的最大数字。请作为文本发送。</translation>
        </message>
        <message>
            <source>{name} gives each device a message of its own: {count} requests instead of a few, and each counts as one.</source>
            <translation>{name} 使每台设备的消息各不相同：需要 {count} 次请求而不是几次，且每次都单独计数。</translation>
        </message>
        <message>
            <source>Nothing stands for {name}: people would read it as it is. Define it under Placeholders, or take it away.</source>
            <translation>{name} 没有对应的值：用户会看到它的原文。请在“占位符”中定义，或删除它。</translation>
        </message>
        <message>
            <source>A topic has no device whose name could stand for {name}: it stays empty.</source>
            <translation>主题没有设备，{name} 无法对应设备名称：将为空。</translation>
        </message>
        <message>
            <source>This computer’s clock says {time} UTC. Push Kit’s own time is compared with it when it is asked.</source>
            <translation>本机时钟为 {time} UTC。联网检查时会与 Push Kit 的时间比较。</translation>
        </message>
        <message>
            <source>This computer’s clock says {time} UTC, which cannot be.</source>
            <translation>本机时钟为 {time} UTC，显然不对。</translation>
        </message>
        <message>
            <source>The key belongs to the project that is sent to: {address}</source>
            <translation>密钥属于要发送的项目：{address}</translation>
        </message>
        <message>
            <source>The key belongs to project {key}, but messages go to project {here}. Push Kit refuses that with 80200001.</source>
            <translation>密钥属于项目 {key}，但消息发往项目 {here}。Push Kit 会以 80200001 拒绝。</translation>
        </message>
        <message>
            <source>Put the ID of the key into the project, or choose the key file of the project that is meant.</source>
            <translation>请将密钥中的 ID 填入项目，或选择目标项目的密钥文件。</translation>
        </message>
        <message>
            <source>The secret was given for the client ID of the project.</source>
            <translation>Client Secret 对应项目的 Client ID。</translation>
        </message>
        <message>
            <source>The secret was given for client ID {kept}, but the project has {here}.</source>
            <translation>Client Secret 对应 Client ID {kept}，但项目中是 {here}。</translation>
        </message>
        <message>
            <source>Type the secret that belongs to this client ID.</source>
            <translation>请填写该 Client ID 对应的 Client Secret。</translation>
        </message>
        <message>
            <source>A client secret sends v1 and v2 messages only; v3, for HarmonyOS 5 and later, refuses it.</source>
            <translation>Client Secret 只能发送 v1 和 v2 消息；用于 HarmonyOS 5 及以上版本的 v3 不接受它。</translation>
        </message>
        <message>
            <source>Add a service-account key if you send to HarmonyOS 5 and later.</source>
            <translation>如果要向 HarmonyOS 5 及以上版本发送，请添加服务账号密钥。</translation>
        </message>
        <message>
            <source>“{host}” is no address.</source>
            <translation>“{host}”不是地址。</translation>
        </message>
        <message>
            <source>Messages go to {host}.</source>
            <translation>消息发往 {host}。</translation>
        </message>
        <message>
            <source>Access tokens come from {host}.</source>
            <translation>Access Token 来自 {host}。</translation>
        </message>
        <message>
            <source>{host} is not encrypted: whoever is on the way can read the credential.</source>
            <translation>{host} 未加密：途中任何人都能读到凭据。</translation>
        </message>
        <message>
            <source>{host} is not the address that Huawei documents.</source>
            <translation>{host} 不是华为文档中的地址。</translation>
        </message>
        <message>
            <source>Huawei documents only {host}.</source>
            <translation>华为文档中只有 {host}。</translation>
        </message>
        <message>
            <source>Set the clock of this computer, or switch on its automatic setting: a token whose times are off is refused with 80200005 or 80200001.</source>
            <translation>请校准本机时钟，或打开自动设置：时间不准的令牌会被以 80200005 或 80200001 拒绝。</translation>
        </message>
        <message>
            <source>Give the project a name.</source>
            <translation>请填写项目名称。</translation>
        </message>
        <message>
            <source>Give the project ID (v2, v3) or the client ID (v1).</source>
            <translation>请填写项目 ID（v2、v3）或 Client ID（v1）。</translation>
        </message>
        <message>
            <source>“{text}” is not an ID: IDs are digits only.</source>
            <translation>“{text}”不是 ID：ID 只含数字。</translation>
        </message>
        <message>
            <source>A client secret needs its client ID.</source>
            <translation>Client Secret 需要配合 Client ID。</translation>
        </message>
        <message>
            <source>The key file belongs to project {key}, but the project ID here is {here}. Push Kit would refuse it with 80200001.</source>
            <translation>密钥文件属于项目 {key}，而此处的项目 ID 是 {here}。Push Kit 会以 80200001 拒绝。</translation>
        </message>
        <message>
            <source>The kept client secret belongs to client ID {id}. Type the secret of the new one.</source>
            <translation>保管的 Client Secret 属于 Client ID {id}。请输入新的 Client Secret。</translation>
        </message>
        <message>
            <source>The kept key file belongs to project {id}. Choose the key file of the new one.</source>
            <translation>保管的密钥文件属于项目 {id}。请选择新项目的密钥文件。</translation>
        </message>
        <message>
            <source>“{host}” is no address. It looks like https://host or https://host:8443.</source>
            <translation>“{host}”不是地址。地址形如 https://host 或 https://host:8443。</translation>
        </message>
        <message>
            <source>Nothing was sent: the proxy of this computer cannot be used ({detail}). It has to look like http://host:8080 or socks5://host:1080: check HTTPS_PROXY, ALL_PROXY and the system’s proxy settings, or name a proxy under Connection.</source>
            <translation>未发送：本机的代理无法使用（{detail}）。应形如 http://host:8080 或 socks5://host:1080：请检查 HTTPS_PROXY、ALL_PROXY 和系统代理设置，或在“连接设置”中指定代理。</translation>
        </message>
        <message>
            <source>Nothing was sent: the project’s proxy cannot be used ({detail}). It has to look like http://host:8080 or socks5://host:1080. Mend it under Connection.</source>
            <translation>未发送：项目的代理无法使用（{detail}）。应形如 http://host:8080 或 socks5://host:1080。请在“连接设置”中修改。</translation>
        </message>
        <message>
            <source>The proxy {proxy} asks for a user and a password, and none were given. Type them under Connection.</source>
            <translation>代理 {proxy} 要求用户名和密码，但没有提供。请在“连接设置”中填写。</translation>
        </message>
        <message>
            <source>The proxy {proxy} does not accept the user and password it was given. The password was probably changed. Type both again under Connection.</source>
            <translation>代理 {proxy} 不接受所提供的用户名和密码。密码可能已更改。请在“连接设置”中重新填写。</translation>
        </message>
        <message>
            <source>The proxy {proxy} takes no user and password ({detail}). Probably it wants none: take them out under Connection and try again.</source>
            <translation>代理 {proxy} 不接收用户名和密码（{detail}）。可能不需要登录：请在“连接设置”中去掉后重试。</translation>
        </message>
        <message>
            <source>The proxy {proxy} wants a sign-in this program does not have, such as Windows sign-in (NTLM, Negotiate). Ask your IT for a way without it, for example a local proxy that signs in, and name that under Connection.</source>
            <translation>代理 {proxy} 要求本程序不支持的登录方式，例如 Windows 登录（NTLM、Negotiate）。请向 IT 部门索取无需此登录的方式，例如可代为登录的本地代理，并在“连接设置”中指定。</translation>
        </message>
        <message>
            <source>The proxy {proxy} lets nobody through to {host} ({detail}). Probably a rule of your company blocks it. Ask your IT to allow {host}.</source>
            <translation>代理 {proxy} 不允许访问 {host}（{detail}）。可能是公司的规则禁止访问。请联系 IT 部门放行 {host}。</translation>
        </message>
        <message>
            <source>The proxy {proxy} could not reach {host} ({detail}). Probably the address is mistyped, or the proxy has no way out. Check the project’s addresses, then ask whoever runs the proxy.</source>
            <translation>代理 {proxy} 无法连接 {host}（{detail}）。可能是地址有误，或代理无法访问外网。请检查项目的地址，再咨询代理的管理者。</translation>
        </message>
        <message>
            <source>The proxy {proxy} answered with a page in place of a way to {host}. Probably it wants a sign-in in a browser, or what listens there is no proxy. Open a page in a browser on this network, then check the proxy’s address.</source>
            <translation>代理 {proxy} 返回了网页，没有建立到 {host} 的通道。可能需要先在浏览器中登录网络，或该地址不是代理。请在此网络中用浏览器打开一个网页，再检查代理地址。</translation>
        </message>
        <message>
            <source>What listens at {proxy} does not speak SOCKS. Probably it is an HTTP proxy, or the port is another one. Under Connection try http:// in place of socks5://.</source>
            <translation>{proxy} 处的服务不支持 SOCKS。可能是 HTTP 代理，或端口有误。请在“连接设置”中将 socks5:// 改为 http:// 再试。</translation>
        </message>
        <message>
            <source>The proxy {proxy} made no way to {host} ({detail}). Probably what listens there is no proxy of this kind. Check its address under Connection.</source>
            <translation>代理 {proxy} 没有建立到 {host} 的通道（{detail}）。该处的服务可能不是此类代理。请在“连接设置”中检查代理地址。</translation>
        </message>
        <message>
            <source>The proxy {proxy} takes no connection. Probably it is not running, the port is another one, or you are outside the company’s network. Check its address under Connection, or choose no proxy.</source>
            <translation>代理 {proxy} 不接受连接。可能是代理未运行、端口有误，或您不在公司网络中。请在“连接设置”中检查代理地址，或选择不使用代理。</translation>
        </message>
        <message>
            <source>There is no proxy by the name in {proxy}. Probably it is mistyped, or you are outside the company’s network. Check it under Connection, or choose no proxy.</source>
            <translation>找不到代理 {proxy} 的主机名。可能是拼写有误，或您不在公司网络中。请在“连接设置”中检查，或选择不使用代理。</translation>
        </message>
        <message>
            <source>The proxy {proxy} made no way to {host} in time. Probably it is overloaded or not reachable from here. Try again, check its address, or allow more seconds under Connection.</source>
            <translation>代理 {proxy} 没有及时建立到 {host} 的通道。可能是代理过载，或从此处无法访问。请重试、检查代理地址，或在“连接设置”中增加秒数。</translation>
        </message>
        <message>
            <source>The proxy {proxy} hung up before there was a way to {host}. Probably what listens there is no proxy, or it does not like this computer. Check its address under Connection.</source>
            <translation>代理 {proxy} 在建立到 {host} 的通道之前断开了连接。该处的服务可能不是代理，或不接受本机。请在“连接设置”中检查代理地址。</translation>
        </message>
        <message>
            <source>On the screen</source>
            <translation>屏幕上</translation>
        </message>
        <message>
            <source>Who wakes</source>
            <translation>唤醒谁</translation>
        </message>
        <message>
            <source>For how long</source>
            <translation>多长时间</translation>
        </message>
        <message>
            <source>App in front</source>
            <translation>应用在前台</translation>
        </message>
        <message>
            <source>App not running</source>
            <translation>应用未运行</translation>
        </message>
        <message>
            <source>It needs</source>
            <translation>需要</translation>
        </message>
        <message>
            <source>Nothing.</source>
            <translation>无。</translation>
        </message>
        <message>
            <source>It gets the data at once.</source>
            <translation>立即收到数据。</translation>
        </message>
        <message>
            <source>Nobody: the app is not started.</source>
            <translation>无：应用不会启动。</translation>
        </message>
        <message>
            <source>The app, in the background.</source>
            <translation>应用，在后台。</translation>
        </message>
        <message>
            <source>30 seconds, at most twice an hour.</source>
            <translation>30 秒，每小时最多 2 次。</translation>
        </message>
        <message>
            <source>The right for the IM background mode.</source>
            <translation>IM 后台模式的权益。</translation>
        </message>
        <message>
            <source>The system writes the data into the app’s own store. Only the newest message is kept, for about seven days.</source>
            <translation>系统将数据写入应用自己的存储。只保留最新一条消息，约七天。</translation>
        </message>
        <message>
            <source>The device keeps only the newest message, for about seven days, and hands it over when the app starts.</source>
            <translation>设备只保留最新一条消息，约七天，应用启动时交付。</translation>
        </message>
        <message>
            <source>A running app gets the data at once.</source>
            <translation>正在运行的应用立即收到数据。</translation>
        </message>
        <message>
            <source>The message is stored until the app runs (receipt 27). Only urgency HIGH wakes it.</source>
            <translation>消息会保存到应用运行为止（回执 27）。只有优先级 HIGH 会唤醒应用。</translation>
        </message>
        <message>
            <source>The app, even when it is not running.</source>
            <translation>应用，即使未在运行。</translation>
        </message>
        <message>
            <source>About ten seconds.</source>
            <translation>约十秒。</translation>
        </message>
        <message>
            <source>The right for high-priority data messages; without it HIGH is refused (80300011).</source>
            <translation>高优先级透传消息的权益；没有权益时 HIGH 会被拒绝（80300011）。</translation>
        </message>
        <message>
            <source>This is no {api} message: it has a {other} and no {own}. Send it as {fitting}.</source>
            <translation>这不是 {api} 消息：它含有 {other} 而没有 {own}。请作为 {fitting} 发送。</translation>
        </message>
        <message>
            <source>Choose or create a project first.</source>
            <translation>请先选择或创建项目。</translation>
        </message>
        <message>
            <source>{api} messages need the project’s {name}: digits from AppGallery Connect.</source>
            <translation>{api} 消息需要项目的 {name}：来自 AppGallery Connect 的数字。</translation>
        </message>
        <message>
            <source>Huawei documents no push host {host}. If tokens are refused as illegal, they probably belong to another region than this address.</source>
            <translation>华为文档中没有 Push 地址 {host}。若 Token 被判为非法，很可能它们属于与此地址不同的区域。</translation>
        </message>
        <message>
            <source>Live views by push need China as the project’s default data processing location; here it is another one.</source>
            <translation>推送实况窗要求项目默认的数据处理位置为中国；此处是其他位置。</translation>
        </message>
        <message>
            <source>This project has no client secret. v1 and v2 messages need one: add it under Projects.</source>
            <translation>此项目没有 Client Secret。v1 和 v2 消息需要它：请在“项目”中添加。</translation>
        </message>
        <message>
            <source>This project has no service-account key. v3 messages need one: add the key file under Projects.</source>
            <translation>此项目没有服务账号密钥。v3 消息需要它：请在“项目”中添加密钥文件。</translation>
        </message>
        <message>
            <source>{api} messages reach HarmonyOS 4 and older, EMUI and Android only. For devices with HarmonyOS 5 and later, send a v3 message.</source>
            <translation>{api} 消息只能到达 HarmonyOS 4 及更早版本、EMUI 和 Android。HarmonyOS 5 及以上的设备请发送 v3 消息。</translation>
        </message>
        <message>
            <source>This message goes to “{target}”, not to the chosen devices.</source>
            <translation>此消息发往“{target}”，而不是所选设备。</translation>
        </message>
        <message>
            <source>Choose at least one device.</source>
            <translation>请至少选择一台设备。</translation>
        </message>
        <message>
            <source>{count} devices get a request each: this kind takes one.</source>
            <translation>{count} 台设备各发一次请求：此类消息每次只能发一台。</translation>
        </message>
        <message>
            <source>{count} devices go out in {requests} requests of up to {cap}.</source>
            <translation>{count} 台设备分 {requests} 次发送，每次最多 {cap} 台。</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文本</translation>
        </message>
        <message>
            <source>Whole number</source>
            <translation>整数</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true 或 false</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Object</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>at least {limit}</source>
            <translation>不小于 {limit}</translation>
        </message>
        <message>
            <source>at most {limit}</source>
            <translation>不大于 {limit}</translation>
        </message>
        <message>
            <source>at most {limit} characters</source>
            <translation>最多 {limit} 个字符</translation>
        </message>
        <message>
            <source>at most {limit} bytes</source>
            <translation>最多 {limit} 字节</translation>
        </message>
        <message>
            <source>at most {limit} seconds</source>
            <translation>最多 {limit} 秒</translation>
        </message>
        <message>
            <source>at least {limit} entries</source>
            <translation>至少 {limit} 项</translation>
        </message>
        <message>
            <source>at most {limit} entries</source>
            <translation>最多 {limit} 项</translation>
        </message>
        <message>
            <source>at most {limit} keys</source>
            <translation>最多 {limit} 个键</translation>
        </message>
        <message>
            <source>{value} if left out</source>
            <translation>省略时为 {value}</translation>
        </message>
        <message>
            <source>from HarmonyOS {version}</source>
            <translation>自 HarmonyOS {version} 起</translation>
        </message>
        <message>
            <source>a text in quotes</source>
            <translation>带引号的文本</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>整数</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>a list in [ ]</source>
            <translation>[ ] 中的列表</translation>
        </message>
        <message>
            <source>an object in {{ }}</source>
            <translation>{{ }} 中的对象</translation>
        </message>
        <message>
            <source>{label} is empty.</source>
            <translation>“{label}”为空。</translation>
        </message>
        <message>
            <source>{label} must not be null.</source>
            <translation>“{label}”不能为 null。</translation>
        </message>
        <message>
            <source>{label} should be {type}.</source>
            <translation>“{label}”应为{type}。</translation>
        </message>
        <message>
            <source>{label} can be {values}.</source>
            <translation>“{label}”可以是 {values}。</translation>
        </message>
        <message>
            <source>{label} should be at least {least}.</source>
            <translation>“{label}”不应小于 {least}。</translation>
        </message>
        <message>
            <source>{label} should be at most {most}.</source>
            <translation>“{label}”不应大于 {most}。</translation>
        </message>
        <message>
            <source>{label} should be from {least} to {most}.</source>
            <translation>“{label}”应在 {least} 到 {most} 之间。</translation>
        </message>
        <message>
            <source>{label} has too few entries: at least {limit}.</source>
            <translation>“{label}”的项数太少：至少 {limit} 项。</translation>
        </message>
        <message>
            <source>{label} should start with https://.</source>
            <translation>“{label}”应以 https:// 开头。</translation>
        </message>
        <message>
            <source>{label} has a form that Push Kit refuses. {help}</source>
            <translation>“{label}”的格式会被 Push Kit 拒绝。{help}</translation>
        </message>
        <message>
            <source>{label} is too long: at most {limit} characters.</source>
            <translation>“{label}”太长：最多 {limit} 个字符。</translation>
        </message>
        <message>
            <source>{label} has too many entries: at most {limit}.</source>
            <translation>“{label}”的项数太多：最多 {limit} 项。</translation>
        </message>
        <message>
            <source>{label} has too many keys: at most {limit}.</source>
            <translation>“{label}”的键太多：最多 {limit} 个。</translation>
        </message>
        <message>
            <source>{label} is too long: at most {limit} bytes.</source>
            <translation>“{label}”太长：最多 {limit} 字节。</translation>
        </message>
        <message>
            <source>{label} is too long: at most {limit} seconds.</source>
            <translation>“{label}”太长：最多 {limit} 秒。</translation>
        </message>
        <message>
            <source>The clock agrees with the server’s within {seconds} s.</source>
            <translation>时钟与服务器相差不超过 {seconds} 秒。</translation>
        </message>
        <message>
            <source>This computer’s clock is {span} behind the server’s.</source>
            <translation>本机时钟比服务器慢 {span}。</translation>
        </message>
        <message>
            <source>This computer’s clock is {span} ahead of the server’s.</source>
            <translation>本机时钟比服务器快 {span}。</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} 天</translation>
        </message>
        <message>
            <source>{count} hours</source>
            <translation>{count} 小时</translation>
        </message>
        <message>
            <source>{count} minutes</source>
            <translation>{count} 分钟</translation>
        </message>
        <message>
            <source>{count} seconds</source>
            <translation>{count} 秒</translation>
        </message>
        <message>
            <source>The private key in the key file cannot be used: it should be an RSA key of 4096 bits in PKCS#8 form. The file was probably cut or edited; download it again.</source>
            <translation>密钥文件中的私钥无法使用：应为 PKCS#8 格式的 4096 位 RSA 密钥。文件可能不完整或被改动，请重新下载。</translation>
        </message>
        <message>
            <source>{count} d</source>
            <translation>{count} 天</translation>
        </message>
        <message>
            <source>{count} h</source>
            <translation>{count} 小时</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分钟</translation>
        </message>
        <message>
            <source>{count} s</source>
            <translation>{count} 秒</translation>
        </message>
        <message>
            <source>{host} shows a certificate that no authority trusted here vouches for. Probably a proxy or virus scanner of your company opens the connection, or the server vouches for itself. Ask your IT for the CA file and choose it under Connection.</source>
            <translation>{host} 的证书不是由本机信任的颁发机构签发。可能是公司的代理或杀毒软件拦截了连接，或服务器使用自签名证书。请向 IT 部门索取 CA 文件，并在“连接设置”中选择。</translation>
        </message>
        <message>
            <source>The certificate of {host} has expired. Probably nobody renewed it, or this computer’s clock is wrong. Check the clock; if it is right, whoever runs {host} has to renew the certificate.</source>
            <translation>{host} 的证书已过期。可能是证书没有续期，或本机时钟有误。请检查时钟；如果时钟正确，需由 {host} 的管理者续期证书。</translation>
        </message>
        <message>
            <source>The certificate of {host} is not valid yet. Probably this computer’s clock is slow. Set it right and try again.</source>
            <translation>{host} 的证书尚未生效。可能是本机时钟偏慢。请校准时钟后重试。</translation>
        </message>
        <message>
            <source>{host} shows the certificate of another host. Probably the address is mistyped, or something on the way answers in its place, such as the sign-in page of a guest network. Check the address, and open a page in a browser.</source>
            <translation>{host} 出示的是其他主机的证书。可能是地址有误，或途中有其他服务代为应答，例如访客网络的登录页。请检查地址，并用浏览器打开一个网页。</translation>
        </message>
        <message>
            <source>The certificate of {host} was revoked by its authority. Its key was probably stolen. Send nothing there, and tell whoever runs {host}.</source>
            <translation>{host} 的证书已被颁发机构吊销，其私钥可能已泄露。请不要向该处发送任何内容，并告知 {host} 的管理者。</translation>
        </message>
        <message>
            <source>The certificate of {host} is not accepted ({detail}). It was probably made wrongly. Show this to whoever runs {host}; for a company’s own server, choose its CA file under Connection.</source>
            <translation>{host} 的证书不被接受（{detail}）。证书可能制作有误。请将此信息告知 {host} 的管理者；如果是公司自己的服务器，请在“连接设置”中选择其 CA 文件。</translation>
        </message>
        <message>
            <source>{host} speaks only an old TLS that is not safe any more; at least TLS 1.2 is used here, as Push Kit asks. Probably an old proxy or test server answers. Whoever runs it has to turn on TLS 1.2.</source>
            <translation>{host} 只支持已不安全的旧版 TLS；按照 Push Kit 的要求，此处至少使用 TLS 1.2。可能是旧的代理或测试服务器在应答。需由其管理者启用 TLS 1.2。</translation>
        </message>
        <message>
            <source>{host} does not speak TLS at this port. Probably the port is another one, the address should start with http://, or a sign-in page answers. Check the address.</source>
            <translation>{host} 的该端口不支持 TLS。可能是端口有误、地址应以 http:// 开头，或是登录页在应答。请检查地址。</translation>
        </message>
        <message>
            <source>{host} asks for a client certificate, and none was given. Ask whoever runs it for one, and choose it with its key under Connection.</source>
            <translation>{host} 要求客户端证书，但没有提供。请向其管理者索取，并在“连接设置”中选择证书及其私钥。</translation>
        </message>
        <message>
            <source>{host} does not accept the client certificate ({detail}). Probably it has expired or comes from another authority. Ask whoever runs {host} for a new one, and choose it under Connection.</source>
            <translation>{host} 不接受客户端证书（{detail}）。证书可能已过期，或由其他颁发机构签发。请向 {host} 的管理者索取新证书，并在“连接设置”中选择。</translation>
        </message>
        <message>
            <source>{host} broke off while TLS was being agreed on ({detail}). Probably it wants a client certificate, or knows only old ciphers. Ask whoever runs it; a client certificate is chosen under Connection.</source>
            <translation>{host} 在 TLS 协商时中止了连接（{detail}）。可能是要求客户端证书，或只支持旧的加密套件。请咨询其管理者；客户端证书在“连接设置”中选择。</translation>
        </message>
        <message>
            <source>{host} hung up while TLS was being agreed on. Probably a firewall cuts the connection, or the server wants a client certificate. Ask your IT whether {host} may be reached from here, or whether a proxy is needed.</source>
            <translation>{host} 在 TLS 协商时断开了连接。可能是防火墙切断了连接，或服务器要求客户端证书。请咨询 IT 部门能否从此处访问 {host}，或是否需要代理。</translation>
        </message>
        <message>
            <source>Nothing was sent: the proxy {proxy} cannot be used ({detail}). Mend it under Connection, or in the system’s settings.</source>
            <translation>未发送：代理 {proxy} 无法使用（{detail}）。请在“连接设置”或系统设置中修改。</translation>
        </message>
        <message>
            <source>Nothing was sent: the certificates of this computer cannot be read ({detail}). Check SSL_CERT_FILE and SSL_CERT_DIR.</source>
            <translation>未发送：无法读取本机的证书（{detail}）。请检查 SSL_CERT_FILE 和 SSL_CERT_DIR。</translation>
        </message>
        <message>
            <source>Nothing was sent: {path} is a folder. Choose the file in it under Connection.</source>
            <translation>未发送：{path} 是文件夹。请在“连接设置”中选择其中的文件。</translation>
        </message>
        <message>
            <source>Nothing was sent: the CA file {path} cannot be read ({detail}). It was probably moved. Choose it again under Connection.</source>
            <translation>未发送：无法读取 CA 文件 {path}（{detail}）。文件可能已移动。请在“连接设置”中重新选择。</translation>
        </message>
        <message>
            <source>Nothing was sent: the CA file {path} holds no certificate. It should be a .pem, .crt or .cer file of your company’s authority. Choose another under Connection.</source>
            <translation>未发送：CA 文件 {path} 中没有证书。应为公司证书颁发机构的 .pem、.crt 或 .cer 文件。请在“连接设置”中另选文件。</translation>
        </message>
        <message>
            <source>Nothing was sent: the authority in the CA file {path} has expired, so the servers it vouches for are not trusted. Check this computer’s clock; if it is right, ask your IT for the new file and choose it under Connection.</source>
            <translation>未发送：CA 文件 {path} 中的证书颁发机构已过期，其签发的证书不再可信。请检查本机时钟；若时钟无误，请向 IT 索取新文件，并在“连接设置”中选择。</translation>
        </message>
        <message>
            <source>Nothing was sent: the client certificate’s file {path} cannot be read ({detail}). It was probably moved. Choose it again under Connection.</source>
            <translation>未发送：无法读取客户端证书文件 {path}（{detail}）。文件可能已移动。请在“连接设置”中重新选择。</translation>
        </message>
        <message>
            <source>Nothing was sent: {path} is no PEM file, which begins with “-----BEGIN”. From a .p12 or .pfx file make one with: openssl pkcs12 -in FILE -out client.pem</source>
            <translation>未发送：{path} 不是 PEM 文件（应以“-----BEGIN”开头）。.p12 或 .pfx 文件可这样转换：openssl pkcs12 -in FILE -out client.pem</translation>
        </message>
        <message>
            <source>Nothing was sent: the key in {key} does not belong to the client certificate in {path}. Choose the two that were made together under Connection.</source>
            <translation>未发送：{key} 中的私钥与 {path} 中的客户端证书不匹配。请在“连接设置”中选择成对的证书和私钥。</translation>
        </message>
        <message>
            <source>Nothing was sent: the client certificate’s key {key} does not open with the password given. Type it again under Connection.</source>
            <translation>未发送：所提供的密码无法打开客户端证书的私钥 {key}。请在“连接设置”中重新填写。</translation>
        </message>
        <message>
            <source>Nothing was sent: {key} holds no private key. Choose the file with “BEGIN PRIVATE KEY” as the client certificate’s key under Connection.</source>
            <translation>未发送：{key} 中没有私钥。请在“连接设置”中选择含有“BEGIN PRIVATE KEY”的文件作为客户端证书的私钥。</translation>
        </message>
        <message>
            <source>Nothing was sent: the client certificate {path} or its key cannot be used ({detail}). Choose them again under Connection.</source>
            <translation>未发送：客户端证书 {path} 或其私钥无法使用（{detail}）。请在“连接设置”中重新选择。</translation>
        </message>
        <message>
            <source>Huawei documents no “{key}” here: Push Kit probably ignores it.</source>
            <translation>华为文档中此处没有“{key}”：Push Kit 很可能会忽略它。</translation>
        </message>
        <message>
            <source>Huawei documents no “{key}” here: Push Kit probably ignores it. Did you mean “{near}”?</source>
            <translation>华为文档中此处没有“{key}”：Push Kit 很可能会忽略它。您是想写“{near}”吗？</translation>
        </message>
        <message>
            <source>Chosen devices that had {most} marketing messages today from this computer: {full}. One more is accepted and not shown to them until midnight in Beijing (receipt 256; news apps: 5).</source>
            <translation>今日已从本机收到 {most} 条资讯营销类消息的所选设备：{full}。再发送仍会被接受，但在北京时间零点前不会展示（回执 256；新闻类应用为 5 条）。</translation>
        </message>
        <message>
            <source>Test messages of today from this computer: {had} of {most}. One more is accepted and not shown until midnight in Beijing (receipt 256).</source>
            <translation>今日从本机发送的测试消息：{had} / {most}。再发送仍会被接受，但在北京时间零点前不会展示（回执 256）。</translation>
        </message>
        <message>
            <source>Title and text are the same. Huawei’s content rules ask for two different ones.</source>
            <translation>标题和内容相同。华为的内容规范要求两者不同。</translation>
        </message>
        <message>
            <source>The title will be cut after “{end}”: phones show about 22 Latin or 15 Chinese characters.</source>
            <translation>标题会在“{end}”之后被截断：手机约显示 22 个拉丁字母或 15 个汉字。</translation>
        </message>
        <message>
            <source>The text will be cut after “{end}”: phones show about 84 Latin or 57 Chinese characters.</source>
            <translation>内容会在“{end}”之后被截断：手机约显示 84 个拉丁字母或 57 个汉字。</translation>
        </message>
    </context>
    <context>
        <name>recall</name>
        <message>
            <source>This is a recall itself.</source>
            <translation>这本身就是一次撤回。</translation>
        </message>
        <message>
            <source>Push Kit recalls v3 messages only.</source>
            <translation>Push Kit 只能撤回 v3 消息。</translation>
        </message>
        <message>
            <source>Only notifications and text-to-speech can be recalled.</source>
            <translation>只有通知消息和语音播报消息可以撤回。</translation>
        </message>
        <message>
            <source>It was sent without a notify ID.</source>
            <translation>发送时没有 notifyId。</translation>
        </message>
        <message>
            <source>No device has accepted it.</source>
            <translation>没有设备受理该消息。</translation>
        </message>
        <message>
            <source>Its project is gone.</source>
            <translation>其项目已不存在。</translation>
        </message>
        <message>
            <source>Its project has another environment now.</source>
            <translation>其项目的环境已更改。</translation>
        </message>
        <message>
            <source>Its project has no client ID.</source>
            <translation>其项目没有 Client ID。</translation>
        </message>
        <message>
            <source>Its project has no service account.</source>
            <translation>其项目没有服务账号。</translation>
        </message>
    </context>
    <context>
        <name>report</name>
        <message>
            <source>Push: {title}</source>
            <translation>推送：{title}</translation>
        </message>
        <message>
            <source>Recall of the push: {title}</source>
            <translation>撤回推送：{title}</translation>
        </message>
        <message>
            <source>Outcome of each device</source>
            <translation>各设备的结果</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>环境</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Sent at</source>
            <translation>发送时间</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>回执</translation>
        </message>
        <message>
            <source>Request {number}</source>
            <translation>请求 {number}</translation>
        </message>
        <message>
            <source>Response {number}</source>
            <translation>响应 {number}</translation>
        </message>
        <message>
            <source>… and {count} more requests.</source>
            <translation>……另有 {count} 个请求。</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已受理</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>未发送</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Push token</source>
            <translation>Push Token</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>返回码</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Request ID</source>
            <translation>requestId</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>回执</translation>
        </message>
        <message>
            <source>… and {count} more devices.</source>
            <translation>……另有 {count} 台设备。</translation>
        </message>
        <message>
            <source>Receipt {number}</source>
            <translation>回执 {number}</translation>
        </message>
        <message>
            <source>What it means</source>
            <translation>含义说明</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>含义</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>处理建议</translation>
        </message>
        <message>
            <source>none so far</source>
            <translation>尚未收到</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>待定</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Fail</source>
            <translation>不通过</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Push Kit</source>
            <translation>Push Kit</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Seen on the phone</source>
            <translation>手机效果</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Test run: {name}</source>
            <translation>测试执行：{name}</translation>
        </message>
        <message>
            <source>Written at</source>
            <translation>生成时间</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>生成工具</translation>
        </message>
        <message>
            <source>Seen on the phones</source>
            <translation>手机效果</translation>
        </message>
    </context>
    <context>
        <name>route</name>
        <message>
            <source>The system draws it, even with the app’s process dead. The app runs only when somebody taps.</source>
            <translation>由系统绘制，应用进程不存在时也一样；点击后应用才会运行。</translation>
        </message>
        <message>
            <source>An app in front gets it and nothing shows. In any other state the system draws it and the app sleeps on.</source>
            <translation>应用在前台时消息交给应用，不展示；其他状态下由系统绘制，不唤醒应用。</translation>
        </message>
        <message>
            <source>Notification and data in one: the system draws it, the data come with the tap. Nobody is woken.</source>
            <translation>通知与数据在同一条消息中：由系统绘制通知，数据在点击时才交给应用，不唤醒应用。</translation>
        </message>
        <message>
            <source>The system changes the number on the icon. The app sleeps on.</source>
            <translation>系统更新图标上的角标数字，不唤醒应用。</translation>
        </message>
        <message>
            <source>An app in front gets the data at once. In any other state they wait: nobody is woken.</source>
            <translation>应用在前台时立即收到数据；其他状态下数据等待，不唤醒应用。</translation>
        </message>
        <message>
            <source>An app in front gets the data at once. For one that does not run, the system writes them into its store: nobody is woken.</source>
            <translation>应用在前台时立即收到数据；应用未运行时由系统写入应用自己的存储，不唤醒应用。</translation>
        </message>
        <message>
            <source>Wakes the app for 30 seconds, at most twice an hour, if it has the right.</source>
            <translation>有权益时唤醒应用运行 30 秒，每小时最多两次。</translation>
        </message>
        <message>
            <source>Wakes the app for about ten seconds, if it has the right for urgency HIGH.</source>
            <translation>有高优先级（HIGH）权益时唤醒应用运行约十秒。</translation>
        </message>
        <message>
            <source>A running app gets the data at once. Otherwise they wait on the phone: nobody is woken.</source>
            <translation>应用运行时立即收到数据；否则数据在手机上等待，不唤醒应用。</translation>
        </message>
        <message>
            <source>The system draws it and starts the app’s extension for ten seconds. With the app in front nothing shows.</source>
            <translation>由系统绘制，并启动应用的扩展运行十秒；应用在前台时不展示。</translation>
        </message>
        <message>
            <source>The system redraws the card. The app is not started.</source>
            <translation>由系统刷新卡片，不启动应用。</translation>
        </message>
        <message>
            <source>The system draws capsule and card. The app is not started.</source>
            <translation>由系统绘制胶囊和卡片，不启动应用。</translation>
        </message>
        <message>
            <source>Starts the app’s VoIP extension in any state; the app rings and draws the call.</source>
            <translation>任何状态下都启动应用的 VoIP 扩展，由应用响铃并展示来电。</translation>
        </message>
        <message>
            <source>The browser draws it; no app of the phone has a part in it.</source>
            <translation>由浏览器绘制，与手机上的应用无关。</translation>
        </message>
        <message>
            <source>Huawei hands it to Apple; iOS decides what becomes of it.</source>
            <translation>由华为转交给 Apple，如何处理由 iOS 决定。</translation>
        </message>
        <message>
            <source>The notification decides: its data wake nobody. If the app has to work at once, send the data in a message of their own, without a notification.</source>
            <translation>以通知为准：其中的数据不会唤醒应用。若需要应用立即处理，请把数据放在另一条不含通知的消息中发送。</translation>
        </message>
        <message>
            <source>Urgency HIGH counts for data messages only: here it wakes nobody.</source>
            <translation>urgency 为 HIGH 仅对透传消息有效：在这里不会唤醒应用。</translation>
        </message>
        <message>
            <source>An app in front that does not listen loses the message. It needs receiveMessage("DEFAULT", …) and an ability with the action “action.ohos.push.listener”.</source>
            <translation>应用在前台但没有监听时，消息会丢失。应用需要调用 receiveMessage("DEFAULT", …)，并在 Ability 的 skills 中声明“action.ohos.push.listener”。</translation>
        </message>
        <message>
            <source>A notification brings data in “clickAction.data” only: “extraData” reaches nobody.</source>
            <translation>通知消息只通过“clickAction.data”携带数据：“extraData”不会送达。</translation>
        </message>
        <message>
            <source>This kind carries no notification: what stands in “notification” is not drawn. To have something shown, send a notification message.</source>
            <translation>此类消息不携带通知：“notification”中的内容不会展示。需要展示时请发送通知消息。</translation>
        </message>
        <message>
            <source>{deed} It may run for {time}.</source>
            <translation>{deed}可运行 {time}。</translation>
        </message>
        <message>
            <source>The system draws it and no code of the app runs. Data of the tap’s action reach the app with the tap.</source>
            <translation>由系统绘制，应用的代码不会运行；点击动作中的数据在点击时交给应用。</translation>
        </message>
        <message>
            <source>Nothing shows: the app gets the message, if it listens.</source>
            <translation>不展示：应用如有监听，则收到消息。</translation>
        </message>
        <message>
            <source>Nothing shows while the app is in front.</source>
            <translation>应用在前台时不展示。</translation>
        </message>
        <message>
            <source>Only the number on the icon changes.</source>
            <translation>只有图标上的数字变化。</translation>
        </message>
        <message>
            <source>The system puts the new values into the card. Without that card on the home screen nothing happens, and the card is blocked for 30 days (receipt 261).</source>
            <translation>由系统把新的值写入卡片。桌面上没有该卡片时不产生任何效果，且该卡片被屏蔽 30 天（回执 261）。</translation>
        </message>
        <message>
            <source>The system draws capsule and card; updates change them in place.</source>
            <translation>由系统绘制胶囊和卡片，更新时就地改变。</translation>
        </message>
        <message>
            <source>Whether the system starts an app that was stopped is written nowhere: do not count on it, and try it on a phone.</source>
            <translation>系统是否会启动被强行停止的应用，没有文档说明：请勿依赖，并在手机上实测。</translation>
        </message>
        <message>
            <source>Written nowhere. The system draws without the app, so it should show all the same: try it on a phone.</source>
            <translation>没有文档说明。绘制由系统完成，不需要应用，应当照常展示：请在手机上实测。</translation>
        </message>
        <message>
            <source>It shows on the lock screen; the user may have its text hidden. While the user is likely asleep, Push Kit holds it back.</source>
            <translation>在锁屏展示，用户可能隐藏内容。预测用户处于睡眠时，Push Kit 会暂缓下发。</translation>
        </message>
        <message>
            <source>Nothing on the lock screen: it lies silently in the notification centre.</source>
            <translation>锁屏不展示：静默进入通知中心。</translation>
        </message>
        <message>
            <source>Without a category Huawei’s own classification decides whether the lock screen shows it.</source>
            <translation>没有类别时，是否在锁屏展示由华为的智能分类决定。</translation>
        </message>
        <message>
            <source>As with the screen on. While the user is likely asleep, Push Kit holds it back.</source>
            <translation>与亮屏时相同。预测用户处于睡眠时，Push Kit 会暂缓下发。</translation>
        </message>
        <message>
            <source>As with the screen on. Calls are not held back at night either.</source>
            <translation>与亮屏时相同。呼叫消息在夜间也不会暂缓。</translation>
        </message>
        <message>
            <source>It changes behind the lock; somebody sees it after unlocking.</source>
            <translation>锁屏时也会更新，解锁后可见。</translation>
        </message>
        <message>
            <source>The card shows on the lock screen, until two hours pass without an update.</source>
            <translation>卡片在锁屏展示，两小时没有更新后消失。</translation>
        </message>
        <message>
            <source>It does not get through before the first unlock; a receipt says 51.</source>
            <translation>首次解锁之前无法送达，回执结果为 51。</translation>
        </message>
        <message>
            <source>App in front</source>
            <translation>应用在前台</translation>
        </message>
        <message>
            <source>App in the background</source>
            <translation>应用在后台</translation>
        </message>
        <message>
            <source>No process of the app</source>
            <translation>应用进程不存在</translation>
        </message>
        <message>
            <source>App force-stopped by the user</source>
            <translation>应用被用户强行停止</translation>
        </message>
        <message>
            <source>Screen locked</source>
            <translation>锁屏</translation>
        </message>
        <message>
            <source>Phone restarted, not yet unlocked</source>
            <translation>手机重启后未解锁</translation>
        </message>
        <message>
            <source>Phone offline</source>
            <translation>手机离线</translation>
        </message>
        <message>
            <source>{count} h</source>
            <translation>{count} 小时</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分钟</translation>
        </message>
        <message>
            <source>{count} s</source>
            <translation>{count} 秒</translation>
        </message>
        <message>
            <source>Push Kit keeps it for {time} and delivers it when the phone is back. It keeps 120 messages for a phone; the oldest make room (receipt 15).</source>
            <translation>Push Kit 缓存 {time}，手机恢复联网后送达。每台手机最多缓存 120 条，超出时覆盖最早的消息（回执 15）。</translation>
        </message>
        <message>
            <source>Push Kit keeps it for {time}; of all with the collapse key {key} only the newest (receipt 15).</source>
            <translation>Push Kit 缓存 {time}；折叠标识为 {key} 的消息只保留最新一条（回执 15）。</translation>
        </message>
        <message>
            <source>Push Kit keeps it for {time}; of the app’s background messages only the newest.</source>
            <translation>Push Kit 缓存 {time}；该应用的后台消息只保留最新一条。</translation>
        </message>
    </context>
    <context>
        <name>sandbox</name>
        <message>
            <source>The key of the sandbox’s demo account cannot be read. Reset the sandbox to make a new one.</source>
            <translation>无法读取沙箱演示账号的密钥。请重置沙箱以生成新的密钥。</translation>
        </message>
        <message>
            <source>Everything works</source>
            <translation>一切正常</translation>
        </message>
        <message>
            <source>Answers come slowly</source>
            <translation>响应缓慢</translation>
        </message>
        <message>
            <source>Push Kit is overloaded (HTTP 503)</source>
            <translation>Push Kit 过载（HTTP 503）</translation>
        </message>
        <message>
            <source>Push Kit is overloaded and says for how long (HTTP 503)</source>
            <translation>Push Kit 过载，并告知持续时间（HTTP 503）</translation>
        </message>
        <message>
            <source>Push Kit fails inside (HTTP 500, 81000001)</source>
            <translation>Push Kit 内部错误（HTTP 500，81000001）</translation>
        </message>
        <message>
            <source>The token expires, once (HTTP 401)</source>
            <translation>Token 过期一次（HTTP 401）</translation>
        </message>
        <message>
            <source>A gateway finds the request too large (HTTP 413)</source>
            <translation>网关认为请求过大（HTTP 413）</translation>
        </message>
        <message>
            <source>A proxy answers instead of Push Kit (HTTP 502)</source>
            <translation>代理代替 Push Kit 应答（HTTP 502）</translation>
        </message>
        <message>
            <source>The connection breaks before the request is read</source>
            <translation>读取请求之前连接中断</translation>
        </message>
        <message>
            <source>The connection breaks before the answer</source>
            <translation>响应之前连接中断</translation>
        </message>
        <message>
            <source>The connection breaks within the answer</source>
            <translation>响应途中连接中断</translation>
        </message>
        <message>
            <source>The answer drips in, byte by byte</source>
            <translation>响应逐字节缓慢到达</translation>
        </message>
        <message>
            <source>Something goes wrong now and then</source>
            <translation>时不时出错</translation>
        </message>
        <message>
            <source>Requests are judged and messages reach the phones.</source>
            <translation>检查请求，消息到达手机。</translation>
        </message>
        <message>
            <source>Messages reach the phones at once; the answer waits.</source>
            <translation>消息立即到达手机；响应延后。</translation>
        </message>
        <message>
            <source>Flow control: nothing is delivered, and a later try may succeed.</source>
            <translation>流控：不下发任何内容，稍后重试可能成功。</translation>
        </message>
        <message>
            <source>Nothing is delivered; the header Retry-After names the seconds.</source>
            <translation>不下发任何内容；响应头 Retry-After 给出秒数。</translation>
        </message>
        <message>
            <source>Nothing is delivered; one or two more tries are worth it.</source>
            <translation>不下发任何内容；值得再试一两次。</translation>
        </message>
        <message>
            <source>The next request is refused, whatever its bearer; then all is well.</source>
            <translation>下一个请求无论用什么凭证都会被拒绝；之后一切正常。</translation>
        </message>
        <message>
            <source>Nothing reaches Push Kit, and trying again is no use.</source>
            <translation>没有任何内容到达 Push Kit，重试也无用。</translation>
        </message>
        <message>
            <source>Nothing is delivered, but the page does not say so.</source>
            <translation>不下发任何内容，但页面没有说明。</translation>
        </message>
        <message>
            <source>Nothing is delivered, but the sender cannot know that.</source>
            <translation>不下发任何内容，但发送方无从得知。</translation>
        </message>
        <message>
            <source>Messages reach the phones, but the sender cannot know that.</source>
            <translation>消息到达手机，但发送方无从得知。</translation>
        </message>
        <message>
            <source>Messages reach the phones; half of the answer arrives.</source>
            <translation>消息到达手机；响应只到达一半。</translation>
        </message>
        <message>
            <source>Messages reach the phones; the answer is whole, after a while.</source>
            <translation>消息到达手机；过一会儿响应完整到达。</translation>
        </message>
        <message>
            <source>Each request draws its own fate, the same ones for the same seed.</source>
            <translation>每个请求随机决定结局；种子相同则结局相同。</translation>
        </message>
    </context>
    <context>
        <name>schema</name>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Notification</source>
            <translation>通知消息</translation>
        </message>
        <message>
            <source>HarmonyOS 5 and later. Shown by the system, even when the app is not running.</source>
            <translation>HarmonyOS 5 及以上。由系统展示，应用未运行时也能展示。</translation>
        </message>
        <message>
            <source>The system draws it. The app is not started until the notification is tapped. Service and communication categories ring, vibrate and show on the lock screen; MARKETING is silent. With nothing but a badge number in it, only the badge changes. With “Show while the app is in front” off, an app in front gets the message instead. On phones, tablets and PCs; wearables from 5.1.0(18), TVs from 5.1.1(19).</source>
            <translation>由系统绘制。点击通知之前应用不会启动。服务与通讯类会响铃、振动并在锁屏展示；MARKETING 静默。若只含角标数字，则只改变角标。关闭“前台展示”时，前台应用会直接收到消息。支持手机、平板和 PC/2in1；穿戴设备自 5.1.0(18)、智慧屏自 5.1.1(19) 起支持。</translation>
        </message>
        <message>
            <source>Background message</source>
            <translation>后台消息</translation>
        </message>
        <message>
            <source>HarmonyOS 5 and later. Shows nothing; wakes or informs the app.</source>
            <translation>HarmonyOS 5 及以上。不展示任何内容；唤醒或通知应用。</translation>
        </message>
        <message>
            <source>Nothing is shown. An app in front gets the data at once. For any other app the device keeps only the newest message, for about seven days, and hands it over when the app starts; with proxy data it is written into the app’s own store. IM background mode wakes the app for 30 seconds, at most twice an hour.</source>
            <translation>不展示任何内容。前台应用立即收到数据。对其他应用，设备只保留最新一条消息，约七天，应用启动时交付；使用代理数据时写入应用自己的存储。IM 后台模式唤醒应用 30 秒，每小时最多 2 次。</translation>
        </message>
        <message>
            <source>Widget update</source>
            <translation>服务卡片刷新</translation>
        </message>
        <message>
            <source>HarmonyOS 5 and later. Refreshes one card on the home screen; shows no notification.</source>
            <translation>HarmonyOS 5 及以上。刷新桌面上的一张卡片；不展示通知。</translation>
        </message>
        <message>
            <source>No notification. The system puts the new values and the picture into the card on the home screen; the app is not started. The card has to be there: otherwise the receipt says 261, and the card is blocked for 30 days. A version not greater than the last one changes nothing. On phones, tablets and PCs; newest pages add wearables and TVs from 6.1.0(23).</source>
            <translation>没有通知。系统将新的数值和图片写入桌面卡片；应用不会启动。卡片必须存在：否则回执为 261，且卡片被屏蔽 30 天。版本不大于上一个时不更新。支持手机、平板和 PC/2in1；最新文档自 6.1.0(23) 起增加穿戴设备和智慧屏。</translation>
        </message>
        <message>
            <source>Text-to-speech message</source>
            <translation>语音播报消息</translation>
        </message>
        <message>
            <source>HarmonyOS 5 and later. Starts the app’s extension for ten seconds so that it can speak. Needs a right.</source>
            <translation>HarmonyOS 5 及以上。启动应用的扩展十秒，使其播报。需要权益。</translation>
        </message>
        <message>
            <source>The system starts the app’s extension process for ten seconds, even when the app is not running; the extension speaks. The notification shows on the lock screen with vibration, without a ring. While the app is in front nothing is shown. Not on the emulator.</source>
            <translation>系统启动应用的扩展进程十秒，即使应用未运行；由扩展播报。通知在锁屏展示并振动，不响铃。应用在前台时不展示任何内容。模拟器不支持。</translation>
        </message>
        <message>
            <source>Live view</source>
            <translation>实况窗</translation>
        </message>
        <message>
            <source>HarmonyOS 5 and later. Creates, updates or ends a live view. Needs a right for each event.</source>
            <translation>HarmonyOS 5 及以上。创建、更新或结束实况窗。每个场景都需要权益。</translation>
        </message>
        <message>
            <source>No ordinary notification: a capsule in the status bar and a card on the lock screen and in the notification centre, which updates change in place. Hidden from capsule and lock screen after 2 hours without an update, removed after 4. Silent unless “Silent” is off. At most 10 updates in 5 minutes and 60 an hour for one live view (taxi and score 30 and 180). On phones and tablets. Not on the emulator.</source>
            <translation>不是普通通知：状态栏显示胶囊，锁屏和通知中心显示卡片，更新时就地改变。2 小时无更新则从胶囊和锁屏隐藏，4 小时后移除。默认静默，除非关闭“静默”。每个实况窗 5 分钟内最多更新 10 次，每小时 60 次（打车和赛事为 30 次和 180 次）。支持手机和平板。模拟器不支持。</translation>
        </message>
        <message>
            <source>In-app call</source>
            <translation>应用内通话消息</translation>
        </message>
        <message>
            <source>HarmonyOS 5 and later. Starts the app’s call extension so that it can ring. Needs a right.</source>
            <translation>HarmonyOS 5 及以上。启动应用的通话扩展，使其响铃。需要权益。</translation>
        </message>
        <message>
            <source>Push Kit shows nothing itself. The system starts the app’s VoIP extension, even when the app is not running, and the app shows the call and rings. A call that comes late is useless: a time to live of 30 to 60 seconds is advised. On phones and tablets. Not on the emulator.</source>
            <translation>Push Kit 自身不展示任何内容。系统启动应用的 VoIP 扩展，即使应用未运行；由应用显示来电并响铃。迟到的呼叫没有意义：建议缓存时间为 30 到 60 秒。支持手机和平板。模拟器不支持。</translation>
        </message>
        <message>
            <source>HarmonyOS 3 and 4, EMUI and Android, one app (client ID).</source>
            <translation>HarmonyOS 3 和 4、EMUI 和 Android，按单个应用（Client ID）。</translation>
        </message>
        <message>
            <source>The system draws it; the app gets the data when the notification is tapped. Whether it rings follows its category, or Huawei’s own classification.</source>
            <translation>由系统绘制；通知被点击时应用收到数据。是否响铃取决于消息类别，或华为的智能分类。</translation>
        </message>
        <message>
            <source>Data message</source>
            <translation>透传消息</translation>
        </message>
        <message>
            <source>HarmonyOS 3 and 4, EMUI and Android, one app (client ID). Shows nothing; wakes the app for about ten seconds.</source>
            <translation>HarmonyOS 3 和 4、EMUI 和 Android，按单个应用（Client ID）。不展示任何内容；唤醒应用约十秒。</translation>
        </message>
        <message>
            <source>Nothing is shown. A running app gets the data; the system wakes one that is not running for about ten seconds if urgency HIGH is allowed to it. Otherwise the message is stored until the app runs (receipt 27).</source>
            <translation>不展示任何内容。正在运行的应用收到数据；未运行的应用若获准使用优先级 HIGH，系统会唤醒它约十秒。否则消息保存到应用运行为止（回执 27）。</translation>
        </message>
        <message>
            <source>Web notification</source>
            <translation>Web 通知消息</translation>
        </message>
        <message>
            <source>Browsers that subscribed through Huawei, one app (client ID).</source>
            <translation>通过华为订阅的浏览器，按单个应用（Client ID）。</translation>
        </message>
        <message>
            <source>The browser draws it, in its own way; a click opens the link. The preview shows only its words.</source>
            <translation>由浏览器按自己的方式绘制；点击打开链接。预览只显示文字。</translation>
        </message>
        <message>
            <source>iOS notification</source>
            <translation>iOS 通知消息</translation>
        </message>
        <message>
            <source>iPhones and iPads that Huawei reaches through Apple, one app (client ID).</source>
            <translation>华为经由 Apple 到达的 iPhone 和 iPad，按单个应用（Client ID）。</translation>
        </message>
        <message>
            <source>Huawei passes it on to Apple, and iOS draws it. Texts in the APNs payload win over title and text.</source>
            <translation>华为转交给 Apple，由 iOS 绘制。APNs 消息体中的文本优先于标题和内容。</translation>
        </message>
        <message>
            <source>HarmonyOS 3 and 4, EMUI and Android, by project ID.</source>
            <translation>HarmonyOS 3 和 4、EMUI 和 Android，按项目 ID。</translation>
        </message>
        <message>
            <source>HarmonyOS 3 and 4, EMUI and Android, by project ID. Shows nothing; wakes the app for about ten seconds.</source>
            <translation>HarmonyOS 3 和 4、EMUI 和 Android，按项目 ID。不展示任何内容；唤醒应用约十秒。</translation>
        </message>
        <message>
            <source>Browsers that subscribed through Huawei, by project ID.</source>
            <translation>通过华为订阅的浏览器，按项目 ID。</translation>
        </message>
        <message>
            <source>iPhones and iPads that Huawei reaches through Apple, by project ID.</source>
            <translation>华为经由 Apple 到达的 iPhone 和 iPad，按项目 ID。</translation>
        </message>
        <message>
            <source>Parts that several kinds of v3 message share</source>
            <translation>多种 v3 消息共有的部分</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Push tokens</source>
            <translation>Push Token</translation>
        </message>
        <message>
            <source>Filled in when sending: 1 to 1000 tokens, 10 in a test message, one for a widget.</source>
            <translation>发送时填入：1 到 1000 个 Token，测试消息 10 个，服务卡片 1 个。</translation>
        </message>
        <message>
            <source>Test message</source>
            <translation>测试消息</translation>
        </message>
        <message>
            <source>Delivered like a real one, outside the quotas: at most 10 devices a request, 1000 requests a project and day.</source>
            <translation>与正式消息一样下发，不计入配额：每次请求最多 10 台设备，每个项目每天最多 1000 次请求。</translation>
        </message>
        <message>
            <source>Time to live</source>
            <translation>缓存时间</translation>
        </message>
        <message>
            <source>Seconds an offline device may wait for the message: 1 to 1 296 000 (15 days).</source>
            <translation>设备离线时消息可等待的秒数：1 到 1 296 000（15 天）。</translation>
        </message>
        <message>
            <source>Batch tag</source>
            <translation>批量任务标识</translation>
        </message>
        <message>
            <source>Your own label, returned in receipts. Up to 64 bytes.</source>
            <translation>自定义标签，在回执中返回。最多 64 字节。</translation>
        </message>
        <message>
            <source>Receipt ID</source>
            <translation>回执 ID</translation>
        </message>
        <message>
            <source>Chooses a receipt configuration made in AppGallery Connect.</source>
            <translation>选择在 AppGallery Connect 中创建的回执配置。</translation>
        </message>
        <message>
            <source>Collapse key</source>
            <translation>折叠标识</translation>
        </message>
        <message>
            <source>For offline devices: −1 keeps every message, 0 to 100 is a group of which the newest is kept.</source>
            <translation>用于离线设备：−1 保留每条消息，0 到 100 为分组，每组只保留最新一条。</translation>
        </message>
        <message>
            <source>Push options</source>
            <translation>推送选项</translation>
        </message>
        <message>
            <source>Extra data</source>
            <translation>额外数据</translation>
        </message>
        <message>
            <source>Text handed to the app; usually JSON.</source>
            <translation>交给应用的文本，通常为 JSON。</translation>
        </message>
        <message>
            <source>It must not hold blanks or line breaks.</source>
            <translation>其中不能有空格或换行。</translation>
        </message>
        <message>
            <source>Click action</source>
            <translation>点击行为</translation>
        </message>
        <message>
            <source>On click</source>
            <translation>点击后</translation>
        </message>
        <message>
            <source>What a tap on the notification opens. HarmonyOS 5 has no way to open a web address from a push.</source>
            <translation>点击通知后打开什么。HarmonyOS 5 的推送不能打开网址。</translation>
        </message>
        <message>
            <source>Open the app</source>
            <translation>打开应用首页</translation>
        </message>
        <message>
            <source>Open a page of the app</source>
            <translation>打开应用内页面</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>Action name of an ability. Looked up before the URI; where nothing matches, the home page opens.</source>
            <translation>Ability 的 action 名称。先于 URI 查找；都不匹配时打开首页。</translation>
        </message>
        <message>
            <source>URI</source>
            <translation>URI</translation>
        </message>
        <message>
            <source>URI that matches a skill of the app. Not a web address.</source>
            <translation>与应用的 skill 匹配的 URI，不是网址。</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>JSON object handed to the app when the notification is tapped, as parameters of the Want.</source>
            <translation>点击通知时交给应用的 JSON 对象，作为 Want 的参数。</translation>
        </message>
        <message>
            <source>One line. About 22 Latin or 15 Chinese characters are shown.</source>
            <translation>一行。约显示 22 个拉丁字母或 15 个汉字。</translation>
        </message>
        <message>
            <source>Your parcel is on its way</source>
            <translation>您的包裹正在派送</translation>
        </message>
        <message>
            <source>Up to three lines: about 84 Latin or 57 Chinese characters are shown.</source>
            <translation>最多三行：约显示 84 个拉丁字母或 57 个汉字。</translation>
        </message>
        <message>
            <source>It should arrive tomorrow before noon.</source>
            <translation>预计明天中午前送达。</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>消息类别</translation>
        </message>
        <message>
            <source>Decides whether the phone rings. Every value but MARKETING needs a right from AppGallery Connect; without it the message is accepted and treated as MARKETING: silent, 2 or 5 a day.</source>
            <translation>决定手机是否响铃。除 MARKETING 外，各取值都需要在 AppGallery Connect 申请权益；没有权益时消息仍会受理，但按 MARKETING 处理：静默，每天 2 条或 5 条。</translation>
        </message>
        <message>
            <source>It is written in capitals, such as MARKETING.</source>
            <translation>应为大写，例如 MARKETING。</translation>
        </message>
        <message>
            <source>News and marketing</source>
            <translation>资讯营销</translation>
        </message>
        <message>
            <source>Chat</source>
            <translation>即时聊天</translation>
        </message>
        <message>
            <source>Call invitation</source>
            <translation>音视频通话</translation>
        </message>
        <message>
            <source>Missed call</source>
            <translation>未接来电</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>订阅</translation>
        </message>
        <message>
            <source>Travel</source>
            <translation>出行</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>健康</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>工作事项提醒</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账号动态</translation>
        </message>
        <message>
            <source>Order and delivery</source>
            <translation>订单与物流</translation>
        </message>
        <message>
            <source>Finance</source>
            <translation>财务</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备提醒</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>样式</translation>
        </message>
        <message>
            <source>Normal text already gets three lines. Multi-line replaces the text by up to three short lines. Wearables show the normal style only.</source>
            <translation>普通样式已可显示三行。多行样式以最多三个短行代替内容。穿戴设备只显示普通样式。</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>普通</translation>
        </message>
        <message>
            <source>Big text (deprecated)</source>
            <translation>大文本（已废弃）</translation>
        </message>
        <message>
            <source>Multi-line</source>
            <translation>多行文本</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Square picture at the right of the card. HTTPS only; PNG, JPG, JPEG or BMP, WEBP from 6.1.0(23); at most 192 KB of decoded pixels (128 × 128 advised), otherwise it is not shown and nothing says so. Not on wearables.</source>
            <translation>卡片右侧的方形图片。仅 HTTPS；PNG、JPG、JPEG 或 BMP，WEBP 自 6.1.0(23) 起；解码后像素最多 192 KB（建议 128 × 128），否则不显示且没有任何提示。穿戴设备不支持。</translation>
        </message>
        <message>
            <source>Overlay icon</source>
            <translation>叠加图标</translation>
        </message>
        <message>
            <source>Icon laid over the app’s icon. HTTPS only; only for IM, VOIP and MISS_CALL.</source>
            <translation>叠加在应用图标上的图标。仅 HTTPS；仅用于 IM、VOIP 和 MISS_CALL。</translation>
        </message>
        <message>
            <source>Big title</source>
            <translation>大文本标题</translation>
        </message>
        <message>
            <source>For the deprecated big-text style only: shown instead of the title.</source>
            <translation>仅用于已废弃的大文本样式：代替标题显示。</translation>
        </message>
        <message>
            <source>Big text</source>
            <translation>大文本</translation>
        </message>
        <message>
            <source>For the deprecated big-text style only: shown instead of the text.</source>
            <translation>仅用于已废弃的大文本样式：代替内容显示。</translation>
        </message>
        <message>
            <source>It left the depot at noon and should arrive tomorrow.</source>
            <translation>包裹今天中午已从中转站发出，预计明天送达。</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>多行内容</translation>
        </message>
        <message>
            <source>For the multi-line style: up to three lines of up to 1024 characters, one a line here.</source>
            <translation>用于多行样式：最多三行，每行最多 1024 个字符，在此每行一条。</translation>
        </message>
        <message>
            <source>1. Tulips: planting week</source>
            <translation>1. 郁金香：种植周</translation>
        </message>
        <message>
            <source>2. Compost: a short guide</source>
            <translation>2. 堆肥：入门指南</translation>
        </message>
        <message>
            <source>Badge</source>
            <translation>角标</translation>
        </message>
        <message>
            <source>Add to badge</source>
            <translation>角标增加</translation>
        </message>
        <message>
            <source>Added to the number on the app icon. 1 to 99; above 99 the phone shows 99+. Not on wearables and TVs.</source>
            <translation>在应用图标的数字上增加。1 到 99；超过 99 时手机显示 99+。穿戴设备和智慧屏不支持。</translation>
        </message>
        <message>
            <source>Set badge to</source>
            <translation>设置角标为</translation>
        </message>
        <message>
            <source>The number on the app icon, 0 to 99. Wins over “Add to badge”. Opening the app does not reset it.</source>
            <translation>应用图标上的数字，0 到 99。优先于“角标增加”。打开应用不会重置。</translation>
        </message>
        <message>
            <source>Notify ID</source>
            <translation>通知标识</translation>
        </message>
        <message>
            <source>A later message with the same number replaces this one; needed to revoke it. −1 lets Push Kit choose.</source>
            <translation>之后数字相同的消息会替换这一条；撤回消息需要它。−1 由 Push Kit 选择。</translation>
        </message>
        <message>
            <source>Replacing and addressing</source>
            <translation>替换与寻址</translation>
        </message>
        <message>
            <source>App message ID</source>
            <translation>应用消息 ID</translation>
        </message>
        <message>
            <source>Messages with the same ID within 24 hours are shown once; the oldest stays.</source>
            <translation>24 小时内 ID 相同的消息只展示一次，保留最早的一条。</translation>
        </message>
        <message>
            <source>It takes 1 to 64 letters, digits, blanks and + / = - _.</source>
            <translation>可用 1 到 64 个字母、数字、空格和 + / = - _。</translation>
        </message>
        <message>
            <source>Profile ID</source>
            <translation>账号匿名标识</translation>
        </message>
        <message>
            <source>Shown only where this anonymous account ID is bound on the device. Up to 64 characters.</source>
            <translation>仅在设备上绑定了此匿名账号标识时展示。最多 64 个字符。</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>铃声</translation>
        </message>
        <message>
            <source>File in the app’s resources/rawfile: MP3, WAV or MPEG. Cut at 30 seconds without a duration. No effect for MARKETING, and none on wearables, TVs and PCs.</source>
            <translation>应用 resources/rawfile 中的文件：MP3、WAV 或 MPEG。未设时长时播放 30 秒。对 MARKETING 无效，穿戴设备、智慧屏和 PC 不支持。</translation>
        </message>
        <message>
            <source>Sound duration</source>
            <translation>铃声时长</translation>
        </message>
        <message>
            <source>Seconds, 1 to 60. Only together with a sound; loops or cuts it.</source>
            <translation>1 到 60 秒。仅在设置铃声时有效；循环或截断铃声。</translation>
        </message>
        <message>
            <source>Show while the app is in front</source>
            <translation>前台展示</translation>
        </message>
        <message>
            <source>Off: while the app is in front the message is handed to it instead of being shown.</source>
            <translation>关闭：应用在前台时，消息交给应用而不展示。</translation>
        </message>
        <message>
            <source>Display</source>
            <translation>展示</translation>
        </message>
        <message>
            <source>Priority scene</source>
            <translation>优先场景</translation>
        </message>
        <message>
            <source>Marks a notification that should stand out. Needs the right for priority notifications.</source>
            <translation>标记应突出显示的通知。需要优先通知的权益。</translation>
        </message>
        <message>
            <source>Primary contact</source>
            <translation>重要联系人</translation>
        </message>
        <message>
            <source>Mentions me</source>
            <translation>提到我</translation>
        </message>
        <message>
            <source>Urgent message</source>
            <translation>紧急消息</translation>
        </message>
        <message>
            <source>Schedule reminder</source>
            <translation>日程提醒</translation>
        </message>
        <message>
            <source>Message for HarmonyOS 3 and 4, EMUI and Android</source>
            <translation>用于 HarmonyOS 3 和 4、EMUI 和 Android 的消息</translation>
        </message>
        <message>
            <source>Notification, data, or both: the shape of the document decides. Also iOS and web through Huawei.</source>
            <translation>通知、数据或两者：由文档结构决定。也可经由华为发往 iOS 和 Web。</translation>
        </message>
        <message>
            <source>Validate only</source>
            <translation>仅校验</translation>
        </message>
        <message>
            <source>Push Kit checks the format and delivers nothing.</source>
            <translation>Push Kit 只校验格式，不下发。</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Small picture at the right. HTTPS; under 512 KB; JPG, JPEG or PNG, 40 × 40 dp.</source>
            <translation>右侧的小图片。HTTPS；小于 512 KB；JPG、JPEG 或 PNG，40 × 40 dp。</translation>
        </message>
        <message>
            <source>Custom payload, a text that usually holds a JSON object. Without a notification it makes a data message that wakes the app.</source>
            <translation>自定义消息体，通常为含 JSON 对象的文本。没有通知时即为透传消息，会唤醒应用。</translation>
        </message>
        <message>
            <source>Android</source>
            <translation>Android</translation>
        </message>
        <message>
            <source>Upper case. Without it, or without the right, Huawei classifies the message itself.</source>
            <translation>大写。没有它或没有权益时，由华为对消息分类。</translation>
        </message>
        <message>
            <source>Spoken</source>
            <translation>语音播报</translation>
        </message>
        <message>
            <source>Seconds as text, such as 86400s; at most 1296000s (15 days).</source>
            <translation>以文本填写秒数，例如 86400s；最多 1296000s（15 天）。</translation>
        </message>
        <message>
            <source>Write seconds as text, such as 86400s.</source>
            <translation>请以文本填写秒数，例如 86400s。</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>投递优先级</translation>
        </message>
        <message>
            <source>Of data messages. HIGH wakes the app and needs a special right.</source>
            <translation>用于透传消息。HIGH 会唤醒应用，需要专门的权益。</translation>
        </message>
        <message>
            <source>For offline devices: −1 keeps every message, 0 only the newest, 1 to 100 the newest of a group.</source>
            <translation>用于离线设备：−1 保留每条消息，0 只保留最新一条，1 到 100 保留每组最新一条。</translation>
        </message>
        <message>
            <source>Your own label, returned in receipts.</source>
            <translation>自定义标签，在回执中返回。</translation>
        </message>
        <message>
            <source>Receipts and test users</source>
            <translation>回执与测试用户</translation>
        </message>
        <message>
            <source>Target users</source>
            <translation>目标用户类型</translation>
        </message>
        <message>
            <source>Test messages: 500 an app and day, outside the device quota.</source>
            <translation>测试消息：每个应用每天 500 条，不计入设备配额。</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <source>Quick app</source>
            <translation>快应用</translation>
        </message>
        <message>
            <source>Of quick apps: which of the two gets the message.</source>
            <translation>用于快应用：由哪一种接收消息。</translation>
        </message>
        <message>
            <source>Development</source>
            <translation>开发</translation>
        </message>
        <message>
            <source>Production</source>
            <translation>生产</translation>
        </message>
        <message>
            <source>Own data</source>
            <translation>专用数据</translation>
        </message>
        <message>
            <source>Wins over the general data.</source>
            <translation>优先于通用数据。</translation>
        </message>
        <message>
            <source>For Android only</source>
            <translation>仅 Android</translation>
        </message>
        <message>
            <source>Android notification</source>
            <translation>Android 通知</translation>
        </message>
        <message>
            <source>Wins over the general title.</source>
            <translation>优先于通用标题。</translation>
        </message>
        <message>
            <source>Wins over the general text.</source>
            <translation>优先于通用内容。</translation>
        </message>
        <message>
            <source>What a tap on the notification opens. A web address is not for games.</source>
            <translation>点击通知后打开什么。网址不可用于游戏。</translation>
        </message>
        <message>
            <source>Open a web address</source>
            <translation>打开网址</translation>
        </message>
        <message>
            <source>Rich media</source>
            <translation>富媒体</translation>
        </message>
        <message>
            <source>Intent</source>
            <translation>Intent</translation>
        </message>
        <message>
            <source>Intent URI of the page.</source>
            <translation>页面的 Intent URI。</translation>
        </message>
        <message>
            <source>Action name of an activity.</source>
            <translation>Activity 的 action 名称。</translation>
        </message>
        <message>
            <source>URL</source>
            <translation>URL</translation>
        </message>
        <message>
            <source>Web address, HTTPS only. Not for games.</source>
            <translation>网址，仅 HTTPS。不可用于游戏。</translation>
        </message>
        <message>
            <source>Only in old SDKs, with click type 4.</source>
            <translation>仅旧版 SDK，点击类型为 4 时。</translation>
        </message>
        <message>
            <source>Big text replaces title and text; multi-line shows up to five lines.</source>
            <translation>大文本代替标题和内容；多行样式最多显示五行。</translation>
        </message>
        <message>
            <source>2 (old SDKs)</source>
            <translation>2（旧版 SDK）</translation>
        </message>
        <message>
            <source>For the big-text style: shown instead of the title.</source>
            <translation>用于大文本样式：代替标题显示。</translation>
        </message>
        <message>
            <source>For the big-text style: shown instead of the text.</source>
            <translation>用于大文本样式：代替内容显示。</translation>
        </message>
        <message>
            <source>For the multi-line style: up to five lines of up to 1024 characters, one a line here.</source>
            <translation>用于多行样式：最多五行，每行最多 1024 个字符，在此每行一条。</translation>
        </message>
        <message>
            <source>1. Tulips</source>
            <translation>1. 郁金香</translation>
        </message>
        <message>
            <source>2. Compost</source>
            <translation>2. 堆肥</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Short summary beside the app name.</source>
            <translation>应用名称旁的简短摘要。</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Own image</source>
            <translation>专用图片</translation>
        </message>
        <message>
            <source>Wins over the general image.</source>
            <translation>优先于通用图片。</translation>
        </message>
        <message>
            <source>Icon</source>
            <translation>图标</translation>
        </message>
        <message>
            <source>PNG or JPG in the app’s res/raw, written /raw/name.</source>
            <translation>应用 res/raw 中的 PNG 或 JPG，写作 /raw/name。</translation>
        </message>
        <message>
            <source>Icon colour</source>
            <translation>图标颜色</translation>
        </message>
        <message>
            <source>#RRGGBB.</source>
            <translation>#RRGGBB。</translation>
        </message>
        <message>
            <source>Write a colour as #RRGGBB.</source>
            <translation>请按 #RRGGBB 填写颜色。</translation>
        </message>
        <message>
            <source>Title resource</source>
            <translation>标题资源</translation>
        </message>
        <message>
            <source>Name of a text in the app, so that the phone shows its own language.</source>
            <translation>应用中文本资源的名称，手机据此显示用户的语言。</translation>
        </message>
        <message>
            <source>Texts from the app</source>
            <translation>来自应用的文本</translation>
        </message>
        <message>
            <source>Title arguments</source>
            <translation>标题参数</translation>
        </message>
        <message>
            <source>Fill the places of the title resource, one a line here.</source>
            <translation>填入标题资源的占位处，在此每行一个。</translation>
        </message>
        <message>
            <source>Text resource</source>
            <translation>内容资源</translation>
        </message>
        <message>
            <source>Text arguments</source>
            <translation>内容参数</translation>
        </message>
        <message>
            <source>Fill the places of the text resource, one a line here.</source>
            <translation>填入内容资源的占位处，在此每行一个。</translation>
        </message>
        <message>
            <source>Translations</source>
            <translation>多语言</translation>
        </message>
        <message>
            <source>Own translations for the resource names, at most 3 languages; read before the app’s resources.</source>
            <translation>为资源名称自带的译文，最多 3 种语言；优先于应用的资源。</translation>
        </message>
        <message>
            <source>Ticker</source>
            <translation>状态栏提示</translation>
        </message>
        <message>
            <source>Read aloud or shown in the status bar; not on Android 5.0 and later.</source>
            <translation>朗读或在状态栏显示；Android 5.0 及以上不支持。</translation>
        </message>
        <message>
            <source>Parcel 77</source>
            <translation>包裹 77</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>通知渠道</translation>
        </message>
        <message>
            <source>Custom notification channel of the app, Android 8 and later.</source>
            <translation>应用自定义的通知渠道，Android 8 及以上。</translation>
        </message>
        <message>
            <source>Replacing and grouping</source>
            <translation>替换与分组</translation>
        </message>
        <message>
            <source>A later message with the same number replaces this one.</source>
            <translation>之后数字相同的消息会替换这一条。</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>A later message with the same tag replaces this one.</source>
            <translation>之后标签相同的消息会替换这一条。</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>Of a group only the newest message and the count are shown.</source>
            <translation>同一分组只显示最新一条消息和数量。</translation>
        </message>
        <message>
            <source>Launcher activity</source>
            <translation>入口 Activity</translation>
        </message>
        <message>
            <source>Full name of the activity on the app icon. Needed for any badge.</source>
            <translation>应用图标对应的 Activity 全名。设置角标时必填。</translation>
        </message>
        <message>
            <source>Added to the number on the app icon, 1 to 99. With neither number set, 1 is added.</source>
            <translation>在应用图标的数字上增加，1 到 99。两个数字都未设置时加 1。</translation>
        </message>
        <message>
            <source>The number on the app icon, 0 to 99. Wins over “Add to badge”.</source>
            <translation>应用图标上的数字，0 到 99。优先于“角标增加”。</translation>
        </message>
        <message>
            <source>Importance</source>
            <translation>提醒级别</translation>
        </message>
        <message>
            <source>LOW is silent, NORMAL rings. The category may still decide otherwise.</source>
            <translation>LOW 静默，NORMAL 响铃。消息类别仍可能另作决定。</translation>
        </message>
        <message>
            <source>On the lock screen</source>
            <translation>锁屏显示</translation>
        </message>
        <message>
            <source>PUBLIC shows all, PRIVATE hides the text, SECRET hides everything.</source>
            <translation>PUBLIC 显示全部，PRIVATE 隐藏内容，SECRET 全部隐藏。</translation>
        </message>
        <message>
            <source>Private</source>
            <translation>隐藏内容</translation>
        </message>
        <message>
            <source>Public</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>全部隐藏</translation>
        </message>
        <message>
            <source>Unspecified (private)</source>
            <translation>未指定（隐藏内容）</translation>
        </message>
        <message>
            <source>Off: not shown while the app is in front.</source>
            <translation>关闭：应用在前台时不展示。</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>UTC, such as 2031-05-06T07:08:09Z; sorts the notifications.</source>
            <translation>UTC，例如 2031-05-06T07:08:09Z；用于通知排序。</translation>
        </message>
        <message>
            <source>Write UTC, such as 2031-05-06T07:08:09Z.</source>
            <translation>请填写 UTC，例如 2031-05-06T07:08:09Z。</translation>
        </message>
        <message>
            <source>Default sound</source>
            <translation>默认铃声</translation>
        </message>
        <message>
            <source>Off: the sound below is used.</source>
            <translation>关闭：使用下面的铃声。</translation>
        </message>
        <message>
            <source>Sound, vibration, light</source>
            <translation>铃声、振动、呼吸灯</translation>
        </message>
        <message>
            <source>MP3, WAV or MPEG in the app’s res/raw, written /raw/name. Has effect only while the channel is made.</source>
            <translation>应用 res/raw 中的 MP3、WAV 或 MPEG，写作 /raw/name。仅在创建通知渠道时生效。</translation>
        </message>
        <message>
            <source>Default vibration</source>
            <translation>默认振动</translation>
        </message>
        <message>
            <source>Off: the vibration below is used.</source>
            <translation>关闭：使用下面的振动。</translation>
        </message>
        <message>
            <source>Vibration</source>
            <translation>振动</translation>
        </message>
        <message>
            <source>Up to 10 durations, each up to 60 seconds, one a line here. Not on EMUI 11.</source>
            <translation>最多 10 个时长，每个最多 60 秒，在此每行一个。EMUI 11 不支持。</translation>
        </message>
        <message>
            <source>Write more than 0 and at most 60 seconds as text, such as 1.5s.</source>
            <translation>请以文本填写大于 0 且不超过 60 的秒数，例如 1.5s。</translation>
        </message>
        <message>
            <source>Default light</source>
            <translation>默认呼吸灯</translation>
        </message>
        <message>
            <source>Off: the light settings are used.</source>
            <translation>关闭：使用呼吸灯设置。</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>呼吸灯</translation>
        </message>
        <message>
            <source>Light colour</source>
            <translation>呼吸灯颜色</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>不透明度</translation>
        </message>
        <message>
            <source>0 to 1.</source>
            <translation>0 到 1。</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>红</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>绿</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>蓝</translation>
        </message>
        <message>
            <source>Light on</source>
            <translation>点亮时长</translation>
        </message>
        <message>
            <source>Seconds as text, such as 2s.</source>
            <translation>以文本填写秒数，例如 2s。</translation>
        </message>
        <message>
            <source>Write seconds as text, such as 2s.</source>
            <translation>请以文本填写秒数，例如 2s。</translation>
        </message>
        <message>
            <source>Light off</source>
            <translation>熄灭时长</translation>
        </message>
        <message>
            <source>Buttons</source>
            <translation>按钮</translation>
        </message>
        <message>
            <source>At most three buttons.</source>
            <translation>最多三个按钮。</translation>
        </message>
        <message>
            <source>Button</source>
            <translation>按钮</translation>
        </message>
        <message>
            <source>Text on the button, up to 40 characters.</source>
            <translation>按钮上的文字，最多 40 个字符。</translation>
        </message>
        <message>
            <source>Button action</source>
            <translation>按钮行为</translation>
        </message>
        <message>
            <source>What a tap on the button does.</source>
            <translation>点击按钮后做什么。</translation>
        </message>
        <message>
            <source>Clear the notification</source>
            <translation>清除通知</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>分享</translation>
        </message>
        <message>
            <source>Intent type</source>
            <translation>Intent 类型</translation>
        </message>
        <message>
            <source>How the page of the button is named. Needed to open a page.</source>
            <translation>按钮的页面如何指定。打开页面时必填。</translation>
        </message>
        <message>
            <source>Button target</source>
            <translation>按钮目标</translation>
        </message>
        <message>
            <source>The page or HTTPS address to open.</source>
            <translation>要打开的页面或 HTTPS 地址。</translation>
        </message>
        <message>
            <source>Button data</source>
            <translation>按钮数据</translation>
        </message>
        <message>
            <source>Up to 1024 characters; key-value text for the app, or what is shared. Needed to share.</source>
            <translation>最多 1024 个字符；交给应用的键值文本，或要分享的内容。分享时必填。</translation>
        </message>
        <message>
            <source>Clear after</source>
            <translation>自动清除</translation>
        </message>
        <message>
            <source>Milliseconds. Only in older pages and SDKs.</source>
            <translation>毫秒。仅见于旧文档和旧版 SDK。</translation>
        </message>
        <message>
            <source>Clear on tap</source>
            <translation>点击后清除</translation>
        </message>
        <message>
            <source>Only in older SDKs.</source>
            <translation>仅旧版 SDK。</translation>
        </message>
        <message>
            <source>This device only</source>
            <translation>仅本设备</translation>
        </message>
        <message>
            <source>iOS</source>
            <translation>iOS</translation>
        </message>
        <message>
            <source>APNs headers</source>
            <translation>APNs 消息头</translation>
        </message>
        <message>
            <source>Apple’s own headers.</source>
            <translation>Apple 自己的消息头。</translation>
        </message>
        <message>
            <source>APNs payload</source>
            <translation>APNs 消息体</translation>
        </message>
        <message>
            <source>Apple’s own structure. Its alert wins over the general title and text.</source>
            <translation>Apple 自己的结构。其中的 alert 优先于通用标题和内容。</translation>
        </message>
        <message>
            <source>Apple’s part</source>
            <translation>Apple 部分</translation>
        </message>
        <message>
            <source>What iOS itself reads.</source>
            <translation>由 iOS 自己读取的内容。</translation>
        </message>
        <message>
            <source>Alert</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>The words iOS shows; they win over the general ones.</source>
            <translation>iOS 显示的文字；优先于通用文字。</translation>
        </message>
        <message>
            <source>iOS title</source>
            <translation>iOS 标题</translation>
        </message>
        <message>
            <source>iOS subtitle</source>
            <translation>iOS 副标题</translation>
        </message>
        <message>
            <source>A second line below the title.</source>
            <translation>标题下方的第二行。</translation>
        </message>
        <message>
            <source>Order 77</source>
            <translation>订单 77</translation>
        </message>
        <message>
            <source>iOS text</source>
            <translation>iOS 内容</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>派送中</translation>
        </message>
        <message>
            <source>The number on the app icon; 0 takes it away.</source>
            <translation>应用图标上的数字；0 表示去除。</translation>
        </message>
        <message>
            <source>Name of a sound in the app, or default. An object for critical alerts.</source>
            <translation>应用中的铃声名称，或 default。重要警报使用对象。</translation>
        </message>
        <message>
            <source>Which buttons iOS offers, by a name that the app registered.</source>
            <translation>iOS 提供哪些按钮，以应用注册的名称指定。</translation>
        </message>
        <message>
            <source>Thread</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Notifications with the same one are stacked.</source>
            <translation>会话相同的通知会叠在一起。</translation>
        </message>
        <message>
            <source>Wakes the app</source>
            <translation>唤醒应用</translation>
        </message>
        <message>
            <source>1: iOS may start the app in the background.</source>
            <translation>1：iOS 可以在后台启动应用。</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>App may change it</source>
            <translation>应用可修改</translation>
        </message>
        <message>
            <source>1: an extension of the app may change it before it is shown.</source>
            <translation>1：应用的扩展可在展示前修改内容。</translation>
        </message>
        <message>
            <source>HMS options</source>
            <translation>HMS 选项</translation>
        </message>
        <message>
            <source>Which iOS devices get it.</source>
            <translation>哪些 iOS 设备接收。</translation>
        </message>
        <message>
            <source>VoIP</source>
            <translation>VoIP</translation>
        </message>
        <message>
            <source>Web</source>
            <translation>Web</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>消息头</translation>
        </message>
        <message>
            <source>Seconds as text, such as 20s.</source>
            <translation>以文本填写秒数，例如 20s。</translation>
        </message>
        <message>
            <source>Write seconds as text, such as 20s.</source>
            <translation>请以文本填写秒数，例如 20s。</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>A later message with the same topic replaces this one while it waits.</source>
            <translation>消息等待期间，之后主题相同的消息会替换这一条。</translation>
        </message>
        <message>
            <source>How soon the browser should get it. The newest page knows HIGH and NORMAL, SDKs the other four.</source>
            <translation>浏览器应多快收到。最新文档只有 HIGH 和 NORMAL，SDK 还有另外四种。</translation>
        </message>
        <message>
            <source>For the web only</source>
            <translation>仅 Web</translation>
        </message>
        <message>
            <source>Address of a small picture.</source>
            <translation>小图片的地址。</translation>
        </message>
        <message>
            <source>Large image</source>
            <translation>大图</translation>
        </message>
        <message>
            <source>Address of a large picture.</source>
            <translation>大图片的地址。</translation>
        </message>
        <message>
            <source>Badge picture</source>
            <translation>角标图片</translation>
        </message>
        <message>
            <source>Address of the picture shown where there is no room for the text.</source>
            <translation>没有空间显示文字时所显示图片的地址。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Language of the text.</source>
            <translation>文字的语言。</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Direction of the text.</source>
            <translation>文字的方向。</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Left to right</source>
            <translation>从左到右</translation>
        </message>
        <message>
            <source>Right to left</source>
            <translation>从右到左</translation>
        </message>
        <message>
            <source>A later notification with the same tag replaces this one.</source>
            <translation>之后标签相同的通知会替换这一条。</translation>
        </message>
        <message>
            <source>Ring again</source>
            <translation>再次响铃</translation>
        </message>
        <message>
            <source>Rings again when it replaces an earlier one.</source>
            <translation>替换之前的通知时再次响铃。</translation>
        </message>
        <message>
            <source>Stays until used</source>
            <translation>保持到操作为止</translation>
        </message>
        <message>
            <source>Stays on the screen until it is clicked or closed.</source>
            <translation>一直显示，直到被点击或关闭。</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>静默</translation>
        </message>
        <message>
            <source>No sound, no vibration.</source>
            <translation>不响铃，不振动。</translation>
        </message>
        <message>
            <source>Seconds since 1970 (Unix).</source>
            <translation>自 1970 年起的秒数（Unix 时间）。</translation>
        </message>
        <message>
            <source>Milliseconds of vibration and pause, by turns.</source>
            <translation>振动与停顿的毫秒数，交替填写。</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>操作按钮</translation>
        </message>
        <message>
            <source>Buttons of the web notification.</source>
            <translation>Web 通知的按钮。</translation>
        </message>
        <message>
            <source>Name the web app gets when it is clicked.</source>
            <translation>点击时传给 Web 应用的名称。</translation>
        </message>
        <message>
            <source>Address of the action’s picture.</source>
            <translation>按钮图片的地址。</translation>
        </message>
        <message>
            <source>Text of the action.</source>
            <translation>按钮的文字。</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>链接</translation>
        </message>
        <message>
            <source>Web address opened by a click.</source>
            <translation>点击后打开的网址。</translation>
        </message>
        <message>
            <source>Goes to every device that subscribed, instead of to tokens. Android only.</source>
            <translation>发往所有订阅的设备，而不是 Token。仅 Android。</translation>
        </message>
        <message>
            <source>Sent to a topic</source>
            <translation>发往主题</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Up to 5 topics with &amp;&amp; and || and !, instead of tokens. Android only.</source>
            <translation>最多 5 个主题，用 &amp;&amp;、|| 和 ! 组合，代替 Token。仅 Android。</translation>
        </message>
        <message>
            <source>Filled in when sending: 1 to 1000 tokens. A token named twice gets the message twice.</source>
            <translation>发送时填入：1 到 1000 个 Token。重复的 Token 会收到两次消息。</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Result of a third-party content review.</source>
            <translation>第三方内容审核的结果。</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>审核方</translation>
        </message>
        <message>
            <source>Always tuibian.</source>
            <translation>固定为 tuibian。</translation>
        </message>
        <message>
            <source>Review type</source>
            <translation>审核类型</translation>
        </message>
        <message>
            <source>Always 0.</source>
            <translation>固定为 0。</translation>
        </message>
        <message>
            <source>Review result</source>
            <translation>审核结果</translation>
        </message>
        <message>
            <source>What the reviewer answered.</source>
            <translation>审核方的答复。</translation>
        </message>
        <message>
            <source>Content review</source>
            <translation>内容审核</translation>
        </message>
        <message>
            <source>Notification (alert)</source>
            <translation>通知消息（Alert）</translation>
        </message>
        <message>
            <source>Drawn by the system in the notification centre, even when the app is not running.</source>
            <translation>由系统绘制在通知中心，应用未运行时也能展示。</translation>
        </message>
        <message>
            <source>Payload</source>
            <translation>消息体</translation>
        </message>
        <message>
            <source>Refreshes one card on the home screen. Shows no notification. One device a request.</source>
            <translation>刷新桌面上的一张卡片。不展示通知。每次请求一台设备。</translation>
        </message>
        <message>
            <source>Module name</source>
            <translation>模块名称</translation>
        </message>
        <message>
            <source>Name of the module that holds the widget.</source>
            <translation>服务卡片所在模块的名称。</translation>
        </message>
        <message>
            <source>Ability name</source>
            <translation>Ability 名称</translation>
        </message>
        <message>
            <source>Name of the widget’s form extension ability.</source>
            <translation>服务卡片的 FormExtensionAbility 名称。</translation>
        </message>
        <message>
            <source>Widget name</source>
            <translation>卡片名称</translation>
        </message>
        <message>
            <source>Name of the widget in form_config.json.</source>
            <translation>form_config.json 中的卡片名称。</translation>
        </message>
        <message>
            <source>Widget ID</source>
            <translation>卡片 ID</translation>
        </message>
        <message>
            <source>The ID that the device gave this card when it was put on the home screen.</source>
            <translation>卡片添加到桌面时设备给它的 ID。</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>0 to 2 147 483 647. The card takes only a version greater than its last one; 0 starts anew and is always taken.</source>
            <translation>0 到 2 147 483 647。卡片只接受大于上一个的版本；0 重新开始，总会被接受。</translation>
        </message>
        <message>
            <source>Widget data</source>
            <translation>卡片数据</translation>
        </message>
        <message>
            <source>JSON object with the values the card shows. Keys must not start with datashareproxy://; no null; numbers up to 9 007 199 254 740 991.</source>
            <translation>含卡片所显示数值的 JSON 对象。键不能以 datashareproxy:// 开头；不能有 null；数字不超过 9 007 199 254 740 991。</translation>
        </message>
        <message>
            <source>Its keys must not start with datashareproxy://.</source>
            <translation>其中的键不能以 datashareproxy:// 开头。</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>At most one picture for the card.</source>
            <translation>每张卡片最多一张图片。</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Picture key</source>
            <translation>图片键</translation>
        </message>
        <message>
            <source>The name under which the card finds the picture. Not a key of the widget data.</source>
            <translation>卡片据以查找图片的名称。不能是卡片数据的键。</translation>
        </message>
        <message>
            <source>Picture address</source>
            <translation>图片地址</translation>
        </message>
        <message>
            <source>HTTPS; PNG, JPG, JPEG or WEBP up to 512 KB.</source>
            <translation>HTTPS；PNG、JPG、JPEG 或 WEBP，最大 512 KB。</translation>
        </message>
        <message>
            <source>Picture is needed</source>
            <translation>图片必需</translation>
        </message>
        <message>
            <source>1: without the picture the card is not refreshed. 0: the rest is refreshed all the same.</source>
            <translation>1：没有图片则不刷新卡片。0：其余部分仍会刷新。</translation>
        </message>
        <message>
            <source>No refresh without it</source>
            <translation>没有图片则不刷新</translation>
        </message>
        <message>
            <source>Refresh without it</source>
            <translation>没有图片也刷新</translation>
        </message>
        <message>
            <source>Starts the app’s VoIP extension so that it can ring. Shows nothing itself.</source>
            <translation>启动应用的 VoIP 扩展，使其响铃。自身不展示任何内容。</translation>
        </message>
        <message>
            <source>Text handed to the app in receiveMessage("VoIP"): who calls; usually JSON.</source>
            <translation>通过 receiveMessage("VoIP") 交给应用的文本：来电方信息，通常为 JSON。</translation>
        </message>
        <message>
            <source>Seconds an offline device may wait for the call: 1 to 1 296 000; 30 to 60 advised.</source>
            <translation>设备离线时通话消息可等待的秒数：1 到 1 296 000；建议 30 到 60。</translation>
        </message>
        <message>
            <source>Starts the app’s extension for ten seconds so that it can speak. Until January 2026 called extension message.</source>
            <translation>启动应用的扩展十秒，使其播报。2026 年 1 月之前称为扩展消息。</translation>
        </message>
        <message>
            <source>Text handed to the app’s extension: what to speak; usually JSON.</source>
            <translation>交给应用扩展的文本：要播报的内容，通常为 JSON。</translation>
        </message>
        <message>
            <source>Always PLAY_VOICE: lock screen and vibration, no ring.</source>
            <translation>固定为 PLAY_VOICE：锁屏展示并振动，不响铃。</translation>
        </message>
        <message>
            <source>JSON object handed to the app when the notification is tapped.</source>
            <translation>点击通知时交给应用的 JSON 对象。</translation>
        </message>
        <message>
            <source>Shows nothing. A running app gets it at once; for others the device keeps only the newest.</source>
            <translation>不展示任何内容。正在运行的应用立即收到；对其他应用，设备只保留最新一条。</translation>
        </message>
        <message>
            <source>Text handed to the app in receiveMessage("BACKGROUND"); usually JSON.</source>
            <translation>通过 receiveMessage("BACKGROUND") 交给应用的文本，通常为 JSON。</translation>
        </message>
        <message>
            <source>Proxy data</source>
            <translation>代理数据</translation>
        </message>
        <message>
            <source>When the app is not running, write into its own store instead.</source>
            <translation>应用未运行时，改为写入应用自己的存储。</translation>
        </message>
        <message>
            <source>Write into the app’s store</source>
            <translation>写入应用的存储</translation>
        </message>
        <message>
            <source>Background mode</source>
            <translation>后台模式</translation>
        </message>
        <message>
            <source>IM mode needs a right, at most 2 an hour, 30 seconds of run time.</source>
            <translation>IM 模式需要权益，每小时最多 2 次，运行 30 秒。</translation>
        </message>
        <message>
            <source>Instant messaging</source>
            <translation>即时通讯</translation>
        </message>
        <message>
            <source>Creates, updates or ends a live view: capsule in the status bar, card on the lock screen and in the notification centre.</source>
            <translation>创建、更新或结束实况窗：状态栏显示胶囊，锁屏和通知中心显示卡片。</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>What to do with the live view.</source>
            <translation>对实况窗执行的操作。</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>创建</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>End</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Create later at a place</source>
            <translation>稍后在某地创建</translation>
        </message>
        <message>
            <source>End later at a place</source>
            <translation>稍后在某地结束</translation>
        </message>
        <message>
            <source>Activity ID</source>
            <translation>实况窗 ID</translation>
        </message>
        <message>
            <source>Your number for this live view. Updating an unknown one blocks it for 24 hours; the same one cannot be created again within 12 hours.</source>
            <translation>此实况窗的自定义 ID。更新未知的 ID 会使其被屏蔽 24 小时；同一 ID 12 小时内不能再次创建。</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>场景</translation>
        </message>
        <message>
            <source>The scene, which needs its own live-view right. Creating by push is documented for FLIGHT, TAXI and TRAIN; one note adds EXPRESS and CHECK_IN.</source>
            <translation>应用场景，各需自己的实况窗权益。文档说明可通过推送创建的有 FLIGHT、TAXI 和 TRAIN；另有一处说明加上 EXPRESS 和 CHECK_IN。</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Where the event stands; each event has its own values. Needed to create, and to update what was created by push.</source>
            <translation>场景进行到哪一步；每个场景有各自的取值。创建时必填，更新由推送创建的实况窗时也必填。</translation>
        </message>
        <message>
            <source>Fallback title</source>
            <translation>降级通知标题</translation>
        </message>
        <message>
            <source>For phones that show a plain notification instead of a live view.</source>
            <translation>用于不展示实况窗而展示普通通知的手机。</translation>
        </message>
        <message>
            <source>Your train leaves soon</source>
            <translation>您的列车即将发车</translation>
        </message>
        <message>
            <source>Instead of the live view</source>
            <translation>代替实况窗</translation>
        </message>
        <message>
            <source>Fallback text</source>
            <translation>降级通知内容</translation>
        </message>
        <message>
            <source>Please go to the station</source>
            <translation>请前往车站</translation>
        </message>
        <message>
            <source>Off: the phone rings and vibrates.</source>
            <translation>关闭：手机响铃并振动。</translation>
        </message>
        <message>
            <source>Must grow with each update; an older one is dropped (receipt 156).</source>
            <translation>每次更新必须增大；较旧的会被丢弃（回执 156）。</translation>
        </message>
        <message>
            <source>Live view data</source>
            <translation>实况窗数据</translation>
        </message>
        <message>
            <source>What the live view shows: card, capsule and outer screen.</source>
            <translation>实况窗显示的内容：卡片、胶囊和外屏。</translation>
        </message>
        <message>
            <source>Small sign at the end of the line, +1 to +9: so many days later.</source>
            <translation>行尾的小标记，+1 到 +9：表示晚几天。</translation>
        </message>
        <message>
            <source>It is +1 to +9.</source>
            <translation>应为 +1 到 +9。</translation>
        </message>
        <message>
            <source>Write a colour as #AARRGGBB or #RRGGBB.</source>
            <translation>请按 #AARRGGBB 或 #RRGGBB 填写颜色。</translation>
        </message>
        <message>
            <source>Name of a picture.</source>
            <translation>图片的名称。</translation>
        </message>
        <message>
            <source>Picture of the team.</source>
            <translation>队伍的图片。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name of the team.</source>
            <translation>队伍的名称。</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>比分</translation>
        </message>
        <message>
            <source>The team’s score.</source>
            <translation>队伍的比分。</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>布局</translation>
        </message>
        <message>
            <source>How the card is laid out. The base template needs 6.1.0(23).</source>
            <translation>卡片的布局方式。基础模板需要 6.1.0(23)。</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度可视化</translation>
        </message>
        <message>
            <source>Emphasised text</source>
            <translation>强调文本</translation>
        </message>
        <message>
            <source>Left and right text</source>
            <translation>左右文本</translation>
        </message>
        <message>
            <source>Base template</source>
            <translation>基础模板</translation>
        </message>
        <message>
            <source>Keywords</source>
            <translation>关键字</translation>
        </message>
        <message>
            <source>Values for placeholders such as {{flightNo}}. Creating a FLIGHT needs flightNo, a TRAIN trainNo.</source>
            <translation>占位符的值，例如 {{flightNo}}。创建 FLIGHT 需要 flightNo，创建 TRAIN 需要 trainNo。</translation>
        </message>
        <message>
            <source>Flight number</source>
            <translation>航班号</translation>
        </message>
        <message>
            <source>Takes the place of {{flightNo}}.</source>
            <translation>替换 {{flightNo}}。</translation>
        </message>
        <message>
            <source>Train number</source>
            <translation>车次</translation>
        </message>
        <message>
            <source>Takes the place of {{trainNo}}.</source>
            <translation>替换 {{trainNo}}。</translation>
        </message>
        <message>
            <source>Card title</source>
            <translation>卡片标题</translation>
        </message>
        <message>
            <source>Up to 1024 characters. {{status}} is replaced by the status in words; when creating, it has to stand in one of the texts.</source>
            <translation>最多 1024 个字符。{{status}} 会替换为状态的文字；创建时，它必须出现在其中一处文本中。</translation>
        </message>
        <message>
            <source>Train {{status}}</source>
            <translation>列车 {{status}}</translation>
        </message>
        <message>
            <source>Card text</source>
            <translation>卡片内容</translation>
        </message>
        <message>
            <source>Pieces of text, together up to 1024 characters; only one of them may have a colour.</source>
            <translation>多段文本，合计最多 1024 个字符；只有一段可以有颜色。</translation>
        </message>
        <message>
            <source>Piece</source>
            <translation>文本段</translation>
        </message>
        <message>
            <source>A piece of the card text.</source>
            <translation>卡片内容中的一段。</translation>
        </message>
        <message>
            <source>Platform 3</source>
            <translation>3 站台</translation>
        </message>
        <message>
            <source>Text colour</source>
            <translation>文字颜色</translation>
        </message>
        <message>
            <source>Only one colour in the whole text.</source>
            <translation>全文只能有一种颜色。</translation>
        </message>
        <message>
            <source>What a tap on the live view opens.</source>
            <translation>点击实况窗后打开什么。</translation>
        </message>
        <message>
            <source>JSON object handed to the app when the live view is tapped.</source>
            <translation>点击实况窗时交给应用的 JSON 对象。</translation>
        </message>
        <message>
            <source>Stay after the end</source>
            <translation>结束后保留</translation>
        </message>
        <message>
            <source>Seconds the card stays in the notification centre after the end: 0 to 3600.</source>
            <translation>结束后卡片在通知中心保留的秒数：0 到 3600。</translation>
        </message>
        <message>
            <source>Progress bar</source>
            <translation>进度条</translation>
        </message>
        <message>
            <source>For the progress layout.</source>
            <translation>用于进度可视化布局。</translation>
        </message>
        <message>
            <source>0 to 100.</source>
            <translation>0 到 100。</translation>
        </message>
        <message>
            <source>Node icons</source>
            <translation>节点图标</translation>
        </message>
        <message>
            <source>Two to five picture names for the points on the bar. Needed to create.</source>
            <translation>进度条上各节点的图片名称，二到五个。创建时必填。</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>线条</translation>
        </message>
        <message>
            <source>How the bar is drawn.</source>
            <translation>进度条的线型。</translation>
        </message>
        <message>
            <source>Dashed</source>
            <translation>虚线</translation>
        </message>
        <message>
            <source>Solid</source>
            <translation>实线</translation>
        </message>
        <message>
            <source>Thick</source>
            <translation>粗线</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>指示器</translation>
        </message>
        <message>
            <source>How the moving sign stands on the bar.</source>
            <translation>移动标记在进度条上的位置。</translation>
        </message>
        <message>
            <source>Indicator icon</source>
            <translation>指示器图标</translation>
        </message>
        <message>
            <source>Picture of the moving sign.</source>
            <translation>移动标记的图片。</translation>
        </message>
        <message>
            <source>Bar colour</source>
            <translation>进度条颜色</translation>
        </message>
        <message>
            <source>Colour of the part that is done.</source>
            <translation>已完成部分的颜色。</translation>
        </message>
        <message>
            <source>Bar background</source>
            <translation>进度条底色</translation>
        </message>
        <message>
            <source>Colour of the part that is left.</source>
            <translation>剩余部分的颜色。</translation>
        </message>
        <message>
            <source>Text block</source>
            <translation>文本块</translation>
        </message>
        <message>
            <source>For the emphasised-text layout.</source>
            <translation>用于强调文本布局。</translation>
        </message>
        <message>
            <source>First line</source>
            <translation>第一行</translation>
        </message>
        <message>
            <source>Up to 128 characters.</source>
            <translation>最多 128 个字符。</translation>
        </message>
        <message>
            <source>Number 17</source>
            <translation>17 号</translation>
        </message>
        <message>
            <source>Second line</source>
            <translation>第二行</translation>
        </message>
        <message>
            <source>3 before you</source>
            <translation>前面还有 3 位</translation>
        </message>
        <message>
            <source>Underline colour</source>
            <translation>下划线颜色</translation>
        </message>
        <message>
            <source>Colour of the line below.</source>
            <translation>下方线条的颜色。</translation>
        </message>
        <message>
            <source>Left block</source>
            <translation>左侧文本块</translation>
        </message>
        <message>
            <source>For the left-and-right layout.</source>
            <translation>用于左右文本布局。</translation>
        </message>
        <message>
            <source>Right block</source>
            <translation>右侧文本块</translation>
        </message>
        <message>
            <source>First superscript</source>
            <translation>第一行上标</translation>
        </message>
        <message>
            <source>Second superscript</source>
            <translation>第二行上标</translation>
        </message>
        <message>
            <source>Middle picture</source>
            <translation>中间图片</translation>
        </message>
        <message>
            <source>Between the two blocks of the left-and-right layout.</source>
            <translation>左右文本布局中两个文本块之间。</translation>
        </message>
        <message>
            <source>Between the blocks</source>
            <translation>中间区域</translation>
        </message>
        <message>
            <source>Middle text</source>
            <translation>中间文本</translation>
        </message>
        <message>
            <source>Between the two blocks of the left-and-right layout, instead of a picture.</source>
            <translation>左右文本布局中两个文本块之间，代替图片。</translation>
        </message>
        <message>
            <source>2 h 35</source>
            <translation>2 小时 35 分</translation>
        </message>
        <message>
            <source>Middle type</source>
            <translation>中间类型</translation>
        </message>
        <message>
            <source>Kind of the part between the two blocks, 0 or 1.</source>
            <translation>两个文本块之间部分的类型，0 或 1。</translation>
        </message>
        <message>
            <source>Emphasis</source>
            <translation>强调</translation>
        </message>
        <message>
            <source>Of the left-and-right layout.</source>
            <translation>用于左右文本布局。</translation>
        </message>
        <message>
            <source>Emphasised</source>
            <translation>强调</translation>
        </message>
        <message>
            <source>Even</source>
            <translation>均等</translation>
        </message>
        <message>
            <source>Line between the blocks</source>
            <translation>中间连线</translation>
        </message>
        <message>
            <source>Draws a line between left and right.</source>
            <translation>在左右之间画一条线。</translation>
        </message>
        <message>
            <source>Additional text</source>
            <translation>附加文本</translation>
        </message>
        <message>
            <source>A further text of the left-and-right layout.</source>
            <translation>左右文本布局的另一段文本。</translation>
        </message>
        <message>
            <source>Gate B12</source>
            <translation>登机口 B12</translation>
        </message>
        <message>
            <source>Weather</source>
            <translation>天气</translation>
        </message>
        <message>
            <source>Weather type</source>
            <translation>天气类型</translation>
        </message>
        <message>
            <source>Which weather to draw.</source>
            <translation>显示哪种天气。</translation>
        </message>
        <message>
            <source>Place type</source>
            <translation>地点类型</translation>
        </message>
        <message>
            <source>Of which place the weather is.</source>
            <translation>天气属于哪个地点。</translation>
        </message>
        <message>
            <source>Highest temperature</source>
            <translation>最高气温</translation>
        </message>
        <message>
            <source>Degrees Celsius, up to 58.</source>
            <translation>摄氏度，最高 58。</translation>
        </message>
        <message>
            <source>Lowest temperature</source>
            <translation>最低气温</translation>
        </message>
        <message>
            <source>Degrees Celsius, from −95.</source>
            <translation>摄氏度，最低 −95。</translation>
        </message>
        <message>
            <source>Background type</source>
            <translation>背景类型</translation>
        </message>
        <message>
            <source>Background of the left-and-right layout.</source>
            <translation>左右文本布局的背景。</translation>
        </message>
        <message>
            <source>Auxiliary area</source>
            <translation>辅助区</translation>
        </message>
        <message>
            <source>The part at the right of the card, with its own click.</source>
            <translation>卡片右侧的部分，有自己的点击行为。</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>What the auxiliary area holds. An icon measures 44 × 44 vp.</source>
            <translation>辅助区的内容。图标为 44 × 44 vp。</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Text only</source>
            <translation>纯文本</translation>
        </message>
        <message>
            <source>Text in a capsule</source>
            <translation>胶囊文本</translation>
        </message>
        <message>
            <source>Text of the auxiliary area.</source>
            <translation>辅助区的文字。</translation>
        </message>
        <message>
            <source>Picture of the auxiliary area.</source>
            <translation>辅助区的图片。</translation>
        </message>
        <message>
            <source>Picture (old name)</source>
            <translation>图片（旧名称）</translation>
        </message>
        <message>
            <source>Older name of the picture.</source>
            <translation>图片的旧名称。</translation>
        </message>
        <message>
            <source>What a tap on the auxiliary area does. Only here it may also clear the notification or open the dialler.</source>
            <translation>点击辅助区后做什么。只有此处还可以清除通知或打开拨号盘。</translation>
        </message>
        <message>
            <source>Open the dialler</source>
            <translation>打开拨号盘</translation>
        </message>
        <message>
            <source>JSON object handed to the app; for the dialler exactly a tel with up to 20 digits.</source>
            <translation>交给应用的 JSON 对象；拨号时只含一个最多 20 位的 tel。</translation>
        </message>
        <message>
            <source>It takes up to 20 digits, blanks, - and #, and a + in front.</source>
            <translation>最多 20 个数字、空格、- 和 #，前面可加 +。</translation>
        </message>
        <message>
            <source>Game</source>
            <translation>赛事</translation>
        </message>
        <message>
            <source>For the score layout.</source>
            <translation>用于赛事比分布局。</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>主队</translation>
        </message>
        <message>
            <source>The home team.</source>
            <translation>主场队伍。</translation>
        </message>
        <message>
            <source>Guest</source>
            <translation>客队</translation>
        </message>
        <message>
            <source>The visiting team.</source>
            <translation>客场队伍。</translation>
        </message>
        <message>
            <source>Competition</source>
            <translation>赛事名称</translation>
        </message>
        <message>
            <source>Text between the teams.</source>
            <translation>两队之间的文字。</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Plain text.</source>
            <translation>纯文本。</translation>
        </message>
        <message>
            <source>Second half</source>
            <translation>下半场</translation>
        </message>
        <message>
            <source>Rich description</source>
            <translation>富文本说明</translation>
        </message>
        <message>
            <source>Text in pieces with colours, instead of the plain one.</source>
            <translation>由带颜色的多段文本组成，代替纯文本说明。</translation>
        </message>
        <message>
            <source>Time of the game.</source>
            <translation>比赛的时间。</translation>
        </message>
        <message>
            <source>Picture at the right</source>
            <translation>右侧图片</translation>
        </message>
        <message>
            <source>For the emphasised-text layout. Needed to create it.</source>
            <translation>用于强调文本布局。创建时必填。</translation>
        </message>
        <message>
            <source>Lock screen</source>
            <translation>锁屏</translation>
        </message>
        <message>
            <source>Lock-screen picture</source>
            <translation>锁屏图片</translation>
        </message>
        <message>
            <source>Immersive picture on the lock screen.</source>
            <translation>锁屏上的沉浸式图片。</translation>
        </message>
        <message>
            <source>Capsule</source>
            <translation>胶囊</translation>
        </message>
        <message>
            <source>The small pill in the status bar.</source>
            <translation>状态栏中的小胶囊。</translation>
        </message>
        <message>
            <source>Kind of capsule</source>
            <translation>胶囊类型</translation>
        </message>
        <message>
            <source>What the capsule shows.</source>
            <translation>胶囊显示的内容。</translation>
        </message>
        <message>
            <source>Timer</source>
            <translation>计时</translation>
        </message>
        <message>
            <source>Capsule shown</source>
            <translation>胶囊显示</translation>
        </message>
        <message>
            <source>Whether the capsule is shown.</source>
            <translation>是否显示胶囊。</translation>
        </message>
        <message>
            <source>Shown</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <source>Capsule icon</source>
            <translation>胶囊图标</translation>
        </message>
        <message>
            <source>18 × 18 vp.</source>
            <translation>18 × 18 vp。</translation>
        </message>
        <message>
            <source>Capsule colour</source>
            <translation>胶囊颜色</translation>
        </message>
        <message>
            <source>#AARRGGBB. Not #FF000000, #FFFFFFFF or #FFF1F3F5.</source>
            <translation>#AARRGGBB。不能是 #FF000000、#FFFFFFFF 或 #FFF1F3F5。</translation>
        </message>
        <message>
            <source>Write #AARRGGBB; #FF000000, #FFFFFFFF and #FFF1F3F5 are not allowed.</source>
            <translation>请按 #AARRGGBB 填写；不允许 #FF000000、#FFFFFFFF 和 #FFF1F3F5。</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>提醒方式</translation>
        </message>
        <message>
            <source>How the capsule draws the eye: FLIP up to 5 times, EXPAND up to twice in one live view.</source>
            <translation>胶囊如何引起注意：每个实况窗 FLIP 最多 5 次，EXPAND 最多 2 次。</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>Flip</source>
            <translation>翻转</translation>
        </message>
        <message>
            <source>Expand</source>
            <translation>展开</translation>
        </message>
        <message>
            <source>Capsule title</source>
            <translation>胶囊标题</translation>
        </message>
        <message>
            <source>Capsule text</source>
            <translation>胶囊内容</translation>
        </message>
        <message>
            <source>For the timer capsule.</source>
            <translation>用于计时胶囊。</translation>
        </message>
        <message>
            <source>Milliseconds.</source>
            <translation>毫秒。</translation>
        </message>
        <message>
            <source>Count down</source>
            <translation>倒计时</translation>
        </message>
        <message>
            <source>On: counts down. Off: counts up.</source>
            <translation>开启：倒计时。关闭：正计时。</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>On: the timer stands still.</source>
            <translation>开启：计时停止。</translation>
        </message>
        <message>
            <source>Capsule progress</source>
            <translation>胶囊进度</translation>
        </message>
        <message>
            <source>For the progress capsule.</source>
            <translation>用于进度胶囊。</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>满值</translation>
        </message>
        <message>
            <source>The value of a full ring.</source>
            <translation>圆环满时的值。</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>How much of it is done.</source>
            <translation>已完成多少。</translation>
        </message>
        <message>
            <source>Unknown end</source>
            <translation>不确定进度</translation>
        </message>
        <message>
            <source>On: turns without an end.</source>
            <translation>开启：持续旋转。</translation>
        </message>
        <message>
            <source>Outer screen</source>
            <translation>外屏</translation>
        </message>
        <message>
            <source>For the small outer screen of folding phones.</source>
            <translation>用于折叠屏手机的小外屏。</translation>
        </message>
        <message>
            <source>Layout of the outer screen</source>
            <translation>外屏布局</translation>
        </message>
        <message>
            <source>0 or 1.</source>
            <translation>0 或 1。</translation>
        </message>
        <message>
            <source>Background colour</source>
            <translation>背景颜色</translation>
        </message>
        <message>
            <source>Background picture</source>
            <translation>背景图片</translation>
        </message>
        <message>
            <source>Picture behind the text.</source>
            <translation>文字后面的图片。</translation>
        </message>
        <message>
            <source>Outer title</source>
            <translation>外屏标题</translation>
        </message>
        <message>
            <source>Train X1000</source>
            <translation>X1000 次列车</translation>
        </message>
        <message>
            <source>Outer text</source>
            <translation>外屏内容</translation>
        </message>
        <message>
            <source>Text in pieces with colours, up to 128 characters.</source>
            <translation>由带颜色的多段文本组成，最多 128 个字符。</translation>
        </message>
        <message>
            <source>Trigger</source>
            <translation>触发条件</translation>
        </message>
        <message>
            <source>For creating or ending later: the place where it happens.</source>
            <translation>用于稍后创建或结束：发生的地点。</translation>
        </message>
        <message>
            <source>Trigger type</source>
            <translation>触发类型</translation>
        </message>
        <message>
            <source>Always 1, a place.</source>
            <translation>固定为 1，即地点。</translation>
        </message>
        <message>
            <source>Shown for</source>
            <translation>展示时长</translation>
        </message>
        <message>
            <source>Seconds, 15 to 1800.</source>
            <translation>15 到 1800 秒。</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>A circle on the map.</source>
            <translation>地图上的圆形区域。</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>经度</translation>
        </message>
        <message>
            <source>Degrees, west negative.</source>
            <translation>度，西经为负。</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>纬度</translation>
        </message>
        <message>
            <source>Degrees, south negative.</source>
            <translation>度，南纬为负。</translation>
        </message>
        <message>
            <source>Coordinate system</source>
            <translation>坐标系</translation>
        </message>
        <message>
            <source>In which system the degrees are.</source>
            <translation>经纬度采用的坐标系。</translation>
        </message>
        <message>
            <source>WGS84</source>
            <translation>WGS84</translation>
        </message>
        <message>
            <source>GCJ02</source>
            <translation>GCJ02</translation>
        </message>
        <message>
            <source>Happens on</source>
            <translation>触发时机</translation>
        </message>
        <message>
            <source>Entering or leaving the circle.</source>
            <translation>进入或离开圆形区域。</translation>
        </message>
        <message>
            <source>Entering</source>
            <translation>进入</translation>
        </message>
        <message>
            <source>Leaving</source>
            <translation>离开</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <source>Metres, 200 to 2000.</source>
            <translation>米，200 到 2000。</translation>
        </message>
        <message>
            <source>Delay</source>
            <translation>延迟</translation>
        </message>
        <message>
            <source>Seconds, 0 to 300.</source>
            <translation>0 到 300 秒。</translation>
        </message>
    </context>
    <context>
        <name>setup</name>
        <message>
            <source>The client ID (module.json5)</source>
            <translation>Client ID（module.json5）</translation>
        </message>
        <message>
            <source>AAID and token at every start (ArkTS)</source>
            <translation>每次启动获取 AAID 和 Token（ArkTS）</translation>
        </message>
        <message>
            <source>Sending the token home (ArkTS)</source>
            <translation>上报 Token（ArkTS）</translation>
        </message>
        <message>
            <source>Asking for notifications (ArkTS)</source>
            <translation>请求通知授权（ArkTS）</translation>
        </message>
        <message>
            <source>Binding and unbinding a profile ID (ArkTS)</source>
            <translation>绑定和解绑账号标识（ArkTS）</translation>
        </message>
        <message>
            <source>Receiving background messages (ArkTS)</source>
            <translation>接收后台消息（ArkTS）</translation>
        </message>
        <message>
            <source>The ability that receives (module.json5)</source>
            <translation>接收消息的 Ability（module.json5）</translation>
        </message>
        <message>
            <source>Sending with a JWT (Python)</source>
            <translation>用 JWT 发送（Python）</translation>
        </message>
        <message>
            <source>Sending with a JWT (TypeScript)</source>
            <translation>用 JWT 发送（TypeScript）</translation>
        </message>
        <message>
            <source>An OAuth access token (Python)</source>
            <translation>获取 OAuth Access Token（Python）</translation>
        </message>
        <message>
            <source>An OAuth access token (TypeScript)</source>
            <translation>获取 OAuth Access Token（TypeScript）</translation>
        </message>
        <message>
            <source>The sandbox accepted a push.</source>
            <translation>沙箱已受理一条推送。</translation>
        </message>
        <message>
            <source>Push Kit accepted a push of this project.</source>
            <translation>Push Kit 已受理此项目的一条推送。</translation>
        </message>
        <message>
            <source>Push Kit accepted a push that was no test.</source>
            <translation>Push Kit 已受理一条正式推送。</translation>
        </message>
        <message>
            <source>In the project here: {location}.</source>
            <translation>此处项目中的设置：{location}。</translation>
        </message>
        <message>
            <source>There is no project here yet.</source>
            <translation>此处还没有项目。</translation>
        </message>
        <message>
            <source>Project ID {project}, client ID {client}.</source>
            <translation>项目 ID {project}，Client ID {client}。</translation>
        </message>
        <message>
            <source>There is a service-account key.</source>
            <translation>已有服务账号密钥。</translation>
        </message>
        <message>
            <source>There is a client secret: enough for v1 and v2, not for v3.</source>
            <translation>已有 Client Secret：可用于 v1 和 v2，不能用于 v3。</translation>
        </message>
        <message>
            <source>The client ID here: {client}.</source>
            <translation>此处的 Client ID：{client}。</translation>
        </message>
        <message>
            <source>Devices of this project: {count}.</source>
            <translation>此项目的设备：{count}。</translation>
        </message>
    </context>
    <context>
        <name>store</name>
        <message>
            <source>The device book was written by a later version of this program. Use that version; until then devices are kept in memory only.</source>
            <translation>设备簿由本程序的更高版本写入。请使用该版本；在此之前，设备仅保存在内存中。</translation>
        </message>
        <message>
            <source>none is installed or running</source>
            <translation>没有安装或运行</translation>
        </message>
        <message>
            <source>keyring is switched off</source>
            <translation>keyring 已关闭</translation>
        </message>
        <message>
            <source>only the add-on “keyrings.alt” is there, which does not hide secrets</source>
            <translation>只有附加组件“keyrings.alt”，它不能隐藏密钥</translation>
        </message>
        <message>
            <source>keyring is set to one that is missing: {error}</source>
            <translation>keyring 设置为不存在的后端：{error}</translation>
        </message>
        <message>
            <source>{keyring} does not keep what is put into it</source>
            <translation>{keyring} 没有保存存入的内容</translation>
        </message>
        <message>
            <source>{name} could not be read: it is damaged, or another version of this program wrote it. It was kept as {aside}, and an empty one takes its place. To rescue it, mend the kept file and rename it back.</source>
            <translation>{name} 无法读取：文件已损坏，或由本程序的其他版本写入。已另存为 {aside}，并以空文件代替。如需挽救，请修好保存的文件后改回原名。</translation>
        </message>
        <message>
            <source>{name} could not be opened: it belongs to another user, or is no file. It was kept as {aside}, and an empty one takes its place. To get it back, make it yours, close this program, and rename it back.</source>
            <translation>无法打开 {name}：它属于其他用户，或不是文件。它已保留为 {aside}，并以一个空文件代替。如需恢复，请将其改为归您所有，关闭本程序，再改回原名。</translation>
        </message>
        <message>
            <source>{path} could not be written: the disk is full, or your share of it is. Free some space, then repeat the last change.</source>
            <translation>{path} 无法写入：磁盘或您的配额已满。请腾出空间，然后重复上一次更改。</translation>
        </message>
        <message>
            <source>{path} could not be opened: the folder is read-only, or belongs to another user. Make it yours and writable, then repeat the last change.</source>
            <translation>{path} 无法打开：文件夹只读，或属于其他用户。请改为您所有且可写，然后重复上一次更改。</translation>
        </message>
        <message>
            <source>{path} is in use: another window of this program, or a backup, holds it. Close the other one, then repeat the last change.</source>
            <translation>{path} 正被占用：被本程序的其他窗口或备份程序占用。请关闭后重复上一次更改。</translation>
        </message>
        <message>
            <source>{path} could not be read or written ({reason}). Check the disk and the folder, then repeat the last change.</source>
            <translation>{path} 无法读写（{reason}）。请检查磁盘和文件夹，然后重复上一次更改。</translation>
        </message>
        <message>
            <source>{name} could not be opened: you may not read it, probably because it belongs to another user. Change its permissions, or copy it.</source>
            <translation>{name} 无法打开：您没有读取权限，它可能属于其他用户。请修改权限，或复制一份。</translation>
        </message>
        <message>
            <source>{name} was not saved: the disk is full, or your share of it is. The file is as it was. Free some space, then save again.</source>
            <translation>{name} 未保存：磁盘或您的配额已满。文件保持原样。请腾出空间后再次保存。</translation>
        </message>
        <message>
            <source>{name} was not saved: you may not write into its folder, probably because it is read-only. Save as another file, in a folder of yours.</source>
            <translation>{name} 未保存：您不能写入它所在的文件夹，可能是只读的。请另存到您自己的文件夹。</translation>
        </message>
        <message>
            <source>The file was not saved: its name is too long for this disk. Save as another, shorter name.</source>
            <translation>文件未保存：文件名对该磁盘来说太长。请用更短的名称另存。</translation>
        </message>
        <message>
            <source>{path} is not there: it was probably moved, renamed or deleted. Look for it in another folder.</source>
            <translation>{path} 不存在：可能已被移动、改名或删除。请在其他文件夹中查找。</translation>
        </message>
        <message>
            <source>{name} is not a file but a folder or a device. Choose a file in it.</source>
            <translation>{name} 不是文件，而是文件夹或设备。请选择其中的文件。</translation>
        </message>
        <message>
            <source>{name} was not opened: it has {size} MB, and Push Kit takes 4096 bytes. It is probably no message. Choose another file.</source>
            <translation>未打开 {name}：文件有 {size} MB，而 Push Kit 只接受 4096 字节。它可能不是消息，请选择其他文件。</translation>
        </message>
        <message>
            <source>{name} was not opened: it has {size} MB. Cut out of it what is wanted.</source>
            <translation>未打开 {name}：文件有 {size} MB。请截取需要的部分。</translation>
        </message>
        <message>
            <source>{name} is no text in UTF-8: it is probably saved in another encoding such as GBK or UTF-16, or no text at all. Save it as UTF-8 in its editor.</source>
            <translation>{name} 不是 UTF-8 文本：可能以 GBK 或 UTF-16 等其他编码保存，或根本不是文本。请在编辑器中另存为 UTF-8。</translation>
        </message>
        <message>
            <source>{name} was not saved: the file is read-only, probably on purpose. Save as another file, or allow writing to this one.</source>
            <translation>{name} 未保存：文件是只读的，可能是有意设置。请另存为其他文件，或允许写入该文件。</translation>
        </message>
        <message>
            <source>{name} could not be read or written ({reason}). The disk or the network is probably in trouble: check it, then try again.</source>
            <translation>{name} 无法读写（{reason}）。磁盘或网络可能有问题：请检查后重试。</translation>
        </message>
        <message>
            <source>The history was written by a later version of this program. Use that version; until then this one keeps no history.</source>
            <translation>历史由本程序的更新版本写入。请使用该版本；在此之前，本版本不保存历史。</translation>
        </message>
        <message>
            <source>This send is not in the history: it could not be written when it began. What becomes of it is shown in this window only.</source>
            <translation>此次发送不在历史中：开始时无法写入。其结果只在本窗口中显示。</translation>
        </message>
        <message>
            <source>{name} cannot be decrypted here: it was probably written with another keyring. Nothing was changed. Use the session of the window, or give the credential by the environment.</source>
            <translation>{name} 无法在此解密：它可能是用另一个密钥环写入的。未做任何更改。请在窗口所在的会话中使用，或通过环境变量提供凭据。</translation>
        </message>
        <message>
            <source>Kept in: {keyring}. Secrets lie encrypted in a file, whose key is there.</source>
            <translation>保管于：{keyring}。密钥加密保存在文件中，加密密钥在此密钥环内。</translation>
        </message>
        <message>
            <source>{name} was changed by another program while this one ran, and can no longer be decrypted. Restart to set it aside.</source>
            <translation>本程序运行期间 {name} 被其他程序修改，已无法解密。重新启动可将其移到一旁。</translation>
        </message>
        <message>
            <source>The secrets kept earlier cannot be decrypted: the system keyring has lost their key, or the file is damaged. It was kept as {aside}. Enter client secrets and import key files again.</source>
            <translation>之前保存的密钥无法解密：系统密钥环丢失了加密密钥，或文件已损坏。已另存为 {aside}。请重新输入 Client Secret 并导入密钥文件。</translation>
        </message>
        <message>
            <source>you may not look there</source>
            <translation>您无权查看该位置</translation>
        </message>
        <message>
            <source>no longer there</source>
            <translation>已不存在</translation>
        </message>
        <message>
            <source>not a file any more</source>
            <translation>已不是文件</translation>
        </message>
        <message>
            <source>you may not read it</source>
            <translation>您没有读取权限</translation>
        </message>
        <message>
            <source>No system keyring was found ({reason}): secrets stay in the memory of this run and are gone when the window closes.</source>
            <translation>没有找到系统密钥环（{reason}）：密钥只保存在本次运行的内存中，窗口关闭后即消失。</translation>
        </message>
        <message>
            <source>The system keyring did not open ({reason}): secrets stay in the memory of this run and are gone when the window closes. Unlock it and restart to keep them.</source>
            <translation>系统密钥环未打开（{reason}）：密钥只保存在本次运行的内存中，窗口关闭后即消失。如需保留，请解锁后重新启动。</translation>
        </message>
        <message>
            <source>The credentials kept earlier cannot be read in this run, because no system keyring could be opened. Nothing of them is lost: start or unlock the keyring, then restart.</source>
            <translation>没有可用的系统密钥环，本次运行无法读取以前保存的凭据。凭据没有丢失：请启用或解锁密钥环，然后重新启动。</translation>
        </message>
        <message>
            <source>The file of secrets cannot be used: secrets stay in the memory of this run and are gone when the window closes.</source>
            <translation>密钥文件无法使用：密钥只保存在本次运行的内存中，窗口关闭后即消失。</translation>
        </message>
    </context>
    <context>
        <name>surface</name>
        <message>
            <source>No banner</source>
            <translation>无横幅</translation>
        </message>
        <message>
            <source>More notifications</source>
            <translation>更多通知</translation>
        </message>
        <message>
            <source>No notification</source>
            <translation>无通知</translation>
        </message>
        <message>
            <source>Nothing on the lock screen</source>
            <translation>锁屏不展示</translation>
        </message>
        <message>
            <source>1 notification</source>
            <translation>1 条通知</translation>
        </message>
        <message>
            <source>No badges on wearables</source>
            <translation>穿戴设备无角标</translation>
        </message>
    </context>
    <context>
        <name>ui</name>
        <message>
            <source>The JSON is broken. Mend it, or go back to the last good message.</source>
            <translation>JSON 有误。请修好，或回到上一次正确的消息。</translation>
        </message>
        <message>
            <source>The data is broken. Mend it, or clear it.</source>
            <translation>数据有误。请修好，或清空。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>{title}: {text}</source>
            <translation>{title}：{text}</translation>
        </message>
    </context>
</TS>
