<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CampaignEdit</name>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>活动名称</translation>
    </message>
    <message>
        <source>First day: 20260301</source>
        <translation>第一天：20260301</translation>
    </message>
    <message>
        <source>Last day: 20260331</source>
        <translation>最后一天：20260331</translation>
    </message>
    <message>
        <source>Coupon batches, by comma</source>
        <translation>券批次，用逗号分开</translation>
    </message>
    <message>
        <source>Promotions, by comma</source>
        <translation>促销编号，用逗号分开</translation>
    </message>
    <message>
        <source>Cost of cards, yuan</source>
        <translation>制卡成本，元</translation>
    </message>
    <message>
        <source>Cost of gifts, yuan</source>
        <translation>礼品成本，元</translation>
    </message>
    <message>
        <source>Cost online, yuan</source>
        <translation>线上宣传成本，元</translation>
    </message>
    <message>
        <source>Cost elsewhere, yuan</source>
        <translation>线下宣传成本，元</translation>
    </message>
</context>
<context>
    <name>ClubText</name>
    <message>
        <source>invited</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>has a seat</source>
        <translation>已留座</translation>
    </message>
    <message>
        <source>present</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>not coming</source>
        <translation>不来</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>已取消</translation>
    </message>
    <message numerus="yes">
        <source>%n invited</source>
        <translation>
            <numerusform>邀请 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a seat</source>
        <translation>
            <numerusform>留座 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n present</source>
        <translation>
            <numerusform>到场 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is invited yet</source>
        <translation>尚未邀请</translation>
    </message>
    <message>
        <source>%1 of %2 seats free</source>
        <translation>余 %1 / %2 座</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>抽奖</translation>
    </message>
    <message>
        <source>prize %1</source>
        <translation>奖品 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n chance(s)</source>
        <translation>
            <numerusform>%n 次机会</numerusform>
        </translation>
    </message>
    <message>
        <source>not drawn yet</source>
        <translation>未开奖</translation>
    </message>
    <message>
        <source>won by %1</source>
        <translation>中奖：%1</translation>
    </message>
    <message>
        <source>Wedding day</source>
        <translation>结婚纪念日</translation>
    </message>
    <message>
        <source>Child&apos;s birthday</source>
        <translation>孩子生日</translation>
    </message>
    <message>
        <source>chances in a draw</source>
        <translation>抽奖机会</translation>
    </message>
    <message>
        <source>benefit</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>%1 of %2 %3 used</source>
        <translation>已用 %1 / %2 %3</translation>
    </message>
    <message>
        <source>not on this day</source>
        <translation>今天不可用</translation>
    </message>
    <message numerus="yes">
        <source>top brand %1, %2 in %n bill(s)</source>
        <translation>
            <numerusform>最常买品牌%1，%n 单共 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>birthday month</source>
        <translation>生日当月</translation>
    </message>
    <message>
        <source>in the birthday month only</source>
        <translation>限生日当月</translation>
    </message>
</context>
<context>
    <name>CustomerEntryText</name>
    <message>
        <source>Your mobile number</source>
        <translation>您的手机号</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your date of birth</source>
        <translation>您的出生日期</translation>
    </message>
    <message>
        <source>Do you agree to the membership terms?</source>
        <translation>您同意会员条款吗？</translation>
    </message>
    <message>
        <source>May we send you news and offers?</source>
        <translation>可以给您发送活动和优惠信息吗？</translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation>以上都对吗？</translation>
    </message>
    <message>
        <source>Your member&apos;s PIN</source>
        <translation>您的会员密码</translation>
    </message>
    <message>
        <source>Your PIN until now</source>
        <translation>您的原密码</translation>
    </message>
    <message>
        <source>Choose a new PIN</source>
        <translation>请设置新密码</translation>
    </message>
    <message numerus="yes">
        <source>Are you still there? Touch the screen; in %n second(s) this closes.</source>
        <translation>
            <numerusform>您还在吗？请触摸屏幕，%n 秒后关闭。</numerusform>
        </translation>
    </message>
    <message>
        <source>11 digits. It is your key to the membership.</source>
        <translation>11 位数字，凭此号享受会员权益。</translation>
    </message>
    <message>
        <source>Type pinyin and touch the characters. You may leave it out.</source>
        <translation>输入拼音后点选汉字，也可以不填。</translation>
    </message>
    <message>
        <source>Letters and spaces. You may leave it out.</source>
        <translation>输入字母和空格，也可以不填。</translation>
    </message>
    <message>
        <source>Year, month, day. You may leave it out.</source>
        <translation>年、月、日，也可以不填。</translation>
    </message>
    <message>
        <source>I am 18 or older and agree to the terms, version %1. Ask at the counter for the text.</source>
        <translation>我已满 18 周岁，并同意会员条款（版本 %1）。条款全文请向收银台索取。</translation>
    </message>
    <message>
        <source>Membership is the same either way. You can change it at any time.</source>
        <translation>选哪个都不影响会员权益，以后随时可以更改。</translation>
    </message>
    <message>
        <source>The cashier looks at it and finishes.</source>
        <translation>收银员核对后办理入会。</translation>
    </message>
    <message>
        <source>4 to 12 digits. Nobody sees them.</source>
        <translation>4 至 12 位数字，不会显示给任何人。</translation>
    </message>
    <message>
        <source>This is no mobile number. Please check its 11 digits.</source>
        <translation>手机号不正确，请核对 11 位数字。</translation>
    </message>
    <message>
        <source>Touch the characters that you mean, or delete the letters.</source>
        <translation>请点选汉字，或删除字母。</translation>
    </message>
    <message>
        <source>There is no such day. Please check it, or delete it.</source>
        <translation>没有这一天，请核对或删除。</translation>
    </message>
    <message>
        <source>A PIN has at least 4 digits.</source>
        <translation>密码至少 4 位数字。</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n 位数字</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>会员条款</translation>
    </message>
    <message>
        <source>18 or older, agreed</source>
        <translation>已满 18 周岁，同意</translation>
    </message>
    <message>
        <source>News and offers</source>
        <translation>活动和优惠信息</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不接收</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>会员条款</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>是否接收信息</translation>
    </message>
    <message>
        <source>last look</source>
        <translation>最后核对</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The customer types: %1</source>
        <translation>顾客正在输入：%1</translation>
    </message>
    <message>
        <source>Chinese names cannot be typed on the customer&apos;s window: no dictionary.</source>
        <translation>顾客屏不能输入汉字姓名：没有拼音词库。</translation>
    </message>
    <message>
        <source>Letters work. Install the package libgooglepinyin0, or type the name here afterwards.</source>
        <translation>可以输入字母。请安装软件包 libgooglepinyin0，或稍后在此处录入姓名。</translation>
    </message>
    <message>
        <source>The customer types on the other window.</source>
        <translation>顾客正在顾客屏上输入。</translation>
    </message>
    <message>
        <source>Goods can be scanned meanwhile. Esc takes the window back.</source>
        <translation>这时可以继续扫商品，按 Esc 收回顾客屏。</translation>
    </message>
    <message>
        <source>Ask again, or let the customer type here.</source>
        <translation>请再请顾客输入一次，或在此处输入。</translation>
    </message>
    <message>
        <source>What was typed stands in the form: go on here, or ask again.</source>
        <translation>已输入的内容在表单里：请在此处继续，或再请顾客输入。</translation>
    </message>
    <message>
        <source>The customer typed the PIN.</source>
        <translation>顾客已输入密码。</translation>
    </message>
    <message>
        <source>The customer is done.</source>
        <translation>顾客已填完。</translation>
    </message>
    <message>
        <source>Look at the form, then Enter goes to Join.</source>
        <translation>请核对表单，再按回车转到办理入会。</translation>
    </message>
    <message>
        <source>The customer cancelled.</source>
        <translation>顾客取消了输入。</translation>
    </message>
    <message>
        <source>The customer&apos;s window shows the bill again.</source>
        <translation>顾客屏已回到账单。</translation>
    </message>
    <message>
        <source>The customer does not agree to the terms.</source>
        <translation>顾客不同意会员条款。</translation>
    </message>
    <message>
        <source>Nobody joins without. Esc closes the form.</source>
        <translation>不同意则不能入会，按 Esc 关闭表单。</translation>
    </message>
    <message>
        <source>Nobody typed for a minute.</source>
        <translation>一分钟没有人输入。</translation>
    </message>
    <message>
        <source>The customer&apos;s window is gone.</source>
        <translation>顾客屏已断开。</translation>
    </message>
    <message>
        <source>The new PIN once more</source>
        <translation>请再输入一次新密码</translation>
    </message>
    <message>
        <source>The two differ. Please choose the new PIN again.</source>
        <translation>两次输入不一致，请重新设置新密码。</translation>
    </message>
    <message>
        <source>The customer types the PIN on the other window.</source>
        <translation>顾客正在顾客屏上输入密码。</translation>
    </message>
    <message>
        <source>Esc takes the window back.</source>
        <translation>按 Esc 收回顾客屏。</translation>
    </message>
</context>
<context>
    <name>DeviceText</name>
    <message>
        <source>Smart card reader (PC/SC)</source>
        <translation>智能卡读卡器（PC/SC）</translation>
    </message>
    <message>
        <source>NFC reader on a serial line</source>
        <translation>串口 NFC 读卡器</translation>
    </message>
    <message>
        <source>Serial stripe reader or scanner</source>
        <translation>串口磁条读卡器或扫码枪</translation>
    </message>
    <message>
        <source>Keyboard scanner of its own</source>
        <translation>独占的键盘式扫码枪</translation>
    </message>
    <message>
        <source>Simulated reader</source>
        <translation>模拟读卡器</translation>
    </message>
    <message>
        <source>Every smart card reader</source>
        <translation>所有智能卡读卡器</translation>
    </message>
    <message>
        <source>Demo reader</source>
        <translation>演示读卡器</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Held by another program</source>
        <translation>被其他程序占用</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>magnetic stripe</source>
        <translation>磁条</translation>
    </message>
    <message>
        <source>card number only</source>
        <translation>只有卡号</translation>
    </message>
    <message>
        <source>NTAG21x</source>
        <translation>NTAG21x</translation>
    </message>
    <message>
        <source>Ultralight EV1</source>
        <translation>Ultralight EV1</translation>
    </message>
    <message>
        <source>NTAG 424 DNA</source>
        <translation>NTAG 424 DNA</translation>
    </message>
    <message>
        <source>DESFire</source>
        <translation>DESFire</translation>
    </message>
    <message>
        <source>member code</source>
        <translation>会员码</translation>
    </message>
    <message>
        <source>can be copied</source>
        <translation>可被复制</translation>
    </message>
    <message>
        <source>genuine chip</source>
        <translation>原厂芯片</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已验真</translation>
    </message>
    <message>
        <source>%1, %2, number ends in %3</source>
        <translation>%1，%2，号码末位 %3</translation>
    </message>
    <message>
        <source>Lay down one card or scan one code now. It will not go to the bill.</source>
        <translation>现在放一张卡或扫一个码。不会记入账单。</translation>
    </message>
    <message>
        <source>The reader works. %1</source>
        <translation>读卡器工作正常。%1</translation>
    </message>
    <message>
        <source>The reader works. Seen: %1</source>
        <translation>读卡器工作正常。读到：%1</translation>
    </message>
    <message>
        <source>Left to other programs</source>
        <translation>留给其他程序使用</translation>
    </message>
    <message>
        <source>Used by this till</source>
        <translation>由本收银机使用</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已释放</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>The smart card service is not installed.</source>
        <translation>没有安装智能卡服务。</translation>
    </message>
    <message>
        <source>Support: install the package pcscd.</source>
        <translation>请技术支持安装软件包 pcscd。</translation>
    </message>
    <message>
        <source>The smart card service does not run.</source>
        <translation>智能卡服务没有运行。</translation>
    </message>
    <message>
        <source>Support: start pcscd, or restart this machine.</source>
        <translation>请技术支持启动 pcscd，或重启本机。</translation>
    </message>
    <message>
        <source>This user may not use the smart card service.</source>
        <translation>当前用户无权使用智能卡服务。</translation>
    </message>
    <message>
        <source>Support: allow it in the rules of polkit, or run the till in the desktop session.</source>
        <translation>请技术支持在 polkit 规则中放行，或在桌面会话中运行收银程序。</translation>
    </message>
    <message>
        <source>The smart card service does not answer.</source>
        <translation>智能卡服务没有响应。</translation>
    </message>
    <message>
        <source>Unplug the card reader, wait a moment, plug it in again. Otherwise restart this machine.</source>
        <translation>拔下读卡器，稍等片刻再插上。仍不行就重启本机。</translation>
    </message>
    <message>
        <source>Works: %1</source>
        <translation>正常：%1</translation>
    </message>
    <message>
        <source>No smart card reader is connected.</source>
        <translation>没有连接智能卡读卡器。</translation>
    </message>
    <message>
        <source>No reader named %1.</source>
        <translation>没有名为 %1 的读卡器。</translation>
    </message>
    <message>
        <source>Plug it in. If it is, try another port or another cable.</source>
        <translation>请插上读卡器。已插上就换一个接口或换一根线。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 没有响应。</translation>
    </message>
    <message>
        <source>Unplug it, wait a moment and plug it in again.</source>
        <translation>拔下来，稍等片刻再插上。</translation>
    </message>
    <message>
        <source>Another user&apos;s program holds %1.</source>
        <translation>%1 被其他用户的程序占用。</translation>
    </message>
    <message>
        <source>Close other programs that read cards, or restart this machine.</source>
        <translation>关闭其他读卡程序，或重启本机。</translation>
    </message>
    <message>
        <source>Held by %1.</source>
        <translation>被 %1 占用。</translation>
    </message>
    <message>
        <source>Close this program, or let it use another reader.</source>
        <translation>关闭该程序，或让它使用别的读卡器。</translation>
    </message>
    <message>
        <source>The system&apos;s own NFC driver takes readers away (%1).</source>
        <translation>系统自带的 NFC 驱动占用了读卡器（%1）。</translation>
    </message>
    <message>
        <source>Support: list pn533_usb, pn533 and nfc in a file of /etc/modprobe.d, each after the word blacklist, and restart this machine.</source>
        <translation>请技术支持在 /etc/modprobe.d 的文件中写入 pn533_usb、pn533 和 nfc，每个前面加 blacklist，然后重启本机。</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation>找不到 %1。</translation>
    </message>
    <message>
        <source>Plug it in, or remove it here and add it under its name.</source>
        <translation>请插上设备，或在此移除后按正确的名称重新添加。</translation>
    </message>
    <message>
        <source>This user may not use %1.</source>
        <translation>当前用户无权使用 %1。</translation>
    </message>
    <message>
        <source>Support: put the user into the group %1, then sign in to the desktop again.</source>
        <translation>请技术支持把用户加入 %1 组，然后重新登录桌面。</translation>
    </message>
    <message>
        <source>%1 is no device of this kind.</source>
        <translation>%1 不是这种设备。</translation>
    </message>
    <message>
        <source>Remove it here and add the right one.</source>
        <translation>在此移除，再添加正确的设备。</translation>
    </message>
    <message>
        <source>A part of Kahui is missing: %1</source>
        <translation>卡惠缺少一个组件：%1</translation>
    </message>
    <message>
        <source>Support: install Kahui again.</source>
        <translation>请技术支持重新安装卡惠。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s) since %2</source>
        <translation>
            <numerusform>%1，自 %2 起共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no device that the till can use.</source>
        <translation>收银机不能使用这个设备。</translation>
    </message>
    <message>
        <source>Check kind, name and speed, then add it.</source>
        <translation>检查类型、名称和速率，再添加。</translation>
    </message>
    <message>
        <source>This device is in the list already.</source>
        <translation>这个设备已在列表中。</translation>
    </message>
    <message>
        <source>Choose it on the left to test it.</source>
        <translation>在左侧选中它即可测试。</translation>
    </message>
    <message>
        <source>The list is full.</source>
        <translation>列表已满。</translation>
    </message>
    <message>
        <source>Remove a device that is not used, then add this one.</source>
        <translation>先移除不用的设备，再添加这个。</translation>
    </message>
    <message>
        <source>Done, but it could not be saved for the next start.</source>
        <translation>已完成，但没能保存，下次启动会丢失。</translation>
    </message>
    <message>
        <source>Call support: the disk is full or the store&apos;s folder cannot be written.</source>
        <translation>请联系技术支持：磁盘已满，或门店数据文件夹不可写。</translation>
    </message>
    <message>
        <source>This device is not in the list any more.</source>
        <translation>这个设备已不在列表中。</translation>
    </message>
    <message>
        <source>Choose another on the left.</source>
        <translation>请在左侧选择另一个。</translation>
    </message>
</context>
<context>
    <name>ExtrasText</name>
    <message>
        <source>As a member: %1 less</source>
        <translation>入会本单可省 %1</translation>
    </message>
    <message>
        <source>As a member: %1 points</source>
        <translation>入会可得 %1 积分</translation>
    </message>
    <message>
        <source>and %1 points from this bill</source>
        <translation>本单另得 %1 积分</translation>
    </message>
    <message>
        <source>%1 points for joining</source>
        <translation>入会礼 %1 积分</translation>
    </message>
    <message>
        <source>a coupon of %1 for joining</source>
        <translation>入会礼 %1 优惠券</translation>
    </message>
    <message>
        <source>Joining takes half a minute; the bill stays</source>
        <translation>入会只需半分钟，账单保留</translation>
    </message>
    <message>
        <source>No membership is paid: a guest&apos;s prices. Sell the fee to begin.</source>
        <translation>未购会籍：按非会员价。收取会费即可开通。</translation>
    </message>
    <message>
        <source>Membership ends %1: renew now at the renewal price</source>
        <translation>会籍 %1 到期：现在续费享优惠</translation>
    </message>
    <message>
        <source>Membership until %1</source>
        <translation>会籍有效至 %1</translation>
    </message>
    <message>
        <source>Membership ended %1; benefits go on for some days. Renew now.</source>
        <translation>会籍 %1 已到期，宽限期内权益保留，请续费。</translation>
    </message>
    <message>
        <source>Membership ended %1: a guest&apos;s prices. Offer to renew.</source>
        <translation>会籍 %1 已到期：按非会员价，请提示续费。</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 积分</translation>
    </message>
    <message>
        <source>%1 points + %2</source>
        <translation>%1 积分 + %2</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Find item</source>
        <translation>查商品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删行</translation>
    </message>
    <message>
        <source>Empty bill</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Selling</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>adds the item, from any place</source>
        <translation>加入商品，任何界面都可以</translation>
    </message>
    <message>
        <source>item number, barcode or member&apos;s phone</source>
        <translation>货号、条码或会员手机号</translation>
    </message>
    <message>
        <source>find an item by name or first letters</source>
        <translation>按品名或拼音首字母查商品</translation>
    </message>
    <message>
        <source>quantity of the chosen line</source>
        <translation>修改所选行的数量</translation>
    </message>
    <message>
        <source>remove the chosen line</source>
        <translation>删除所选行</translation>
    </message>
    <message>
        <source>empty the bill</source>
        <translation>清空整单</translation>
    </message>
    <message>
        <source>choose a line; PgUp and PgDn go further</source>
        <translation>选择商品行；PgUp、PgDn 翻得更快</translation>
    </message>
    <message>
        <source>take the last change back</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>tap it at any time while items are scanned</source>
        <translation>扫商品时随时可以刷卡</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>one step back, never loses the bill</source>
        <translation>退回一步，不会丢单</translation>
    </message>
    <message>
        <source>on the receipt: next sale; a scan does it too</source>
        <translation>小票界面：下一单；直接扫码也可以</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收银台</translation>
    </message>
    <message>
        <source>lock the till; the bill stays</source>
        <translation>锁屏；当前单保留</translation>
    </message>
    <message>
        <source>moves to the next button; Space presses it</source>
        <translation>移到下一个按钮；空格键按下</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>本帮助</translation>
    </message>
    <message>
        <source>before a code: 3 pieces; alone: chosen line to 3</source>
        <translation>后接条码：三件；单独输入：所选行改为 3</translation>
    </message>
    <message>
        <source>find a member by phone, or take one off</source>
        <translation>按手机号查会员，或取消会员</translation>
    </message>
    <message>
        <source>pays once; no amount typed: the exact sum</source>
        <translation>只收款一次；不输金额即为正好</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>价格说明</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>领活动</translation>
    </message>
    <message>
        <source>Other offer</source>
        <translation>其他活动</translation>
    </message>
    <message>
        <source>why the chosen line costs what it costs</source>
        <translation>所选商品的价格说明</translation>
    </message>
    <message>
        <source>use a coupon, or leave it</source>
        <translation>使用或取消第几张优惠券</translation>
    </message>
    <message>
        <source>show the next one, where several are reached</source>
        <translation>有多个活动时看下一个</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>type or scan the receipt number</source>
        <translation>输入或扫描小票号</translation>
    </message>
    <message>
        <source>choose the line, or everything; + and − one piece</source>
        <translation>选整行、选全部，+ − 增减一件</translation>
    </message>
    <message>
        <source>twice: refunds; a number before it: quantity</source>
        <translation>按两次退款，先输数字则为数量</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>代金券</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>discount on the bill, L on the line (authority)</source>
        <translation>整单折扣，L 为单品（需权限）</translation>
    </message>
    <message>
        <source>hold the bill; take a held one up again</source>
        <translation>挂单；取单</translation>
    </message>
    <message>
        <source>cash; then scan a payment code to pay by it</source>
        <translation>现金；也可直接扫付款码</translation>
    </message>
    <message>
        <source>bank card, voucher: by their number</source>
        <translation>银行卡、代金券：输入号码</translation>
    </message>
    <message>
        <source>stored value; split into parts</source>
        <translation>储值；拆分付款</translation>
    </message>
    <message>
        <source>last receipt; P prints a copy</source>
        <translation>最近小票；P 补打</translation>
    </message>
    <message>
        <source>members, shift, receipts, manager, settings</source>
        <translation>会员、班次、小票、经理、设置</translation>
    </message>
    <message>
        <source>shift: cash in and out, count, close</source>
        <translation>交接班：投放、支出、清点、交班</translation>
    </message>
    <message>
        <source>receipts of today: copy, open again</source>
        <translation>今日小票：补打、反结账</translation>
    </message>
    <message>
        <source>Points on card</source>
        <translation>卡内积分</translation>
    </message>
    <message>
        <source>points on the member&apos;s card</source>
        <translation>会员卡内积分</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>入会</translation>
    </message>
    <message>
        <source>a guest joins; the bill stays</source>
        <translation>非会员入会，账单保留</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>pay with points; top up stored value</source>
        <translation>积分抵扣；储值充值</translation>
    </message>
    <message>
        <source>Goods for points</source>
        <translation>积分换购</translation>
    </message>
    <message>
        <source>gift or offer reached; goods for points</source>
        <translation>领取达成的赠品或优惠；积分换购</translation>
    </message>
</context>
<context>
    <name>MemberDeskText</name>
    <message>
        <source>New member</source>
        <translation>办会员</translation>
    </message>
    <message>
        <source>Correct data</source>
        <translation>修改资料</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>营销消息</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>设密码</translation>
    </message>
    <message>
        <source>Show name</source>
        <translation>查看姓名</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Void points</source>
        <translation>积分作废</translation>
    </message>
    <message>
        <source>Points to cash</source>
        <translation>积分兑现</translation>
    </message>
    <message>
        <source>Give points</source>
        <translation>积分转赠</translation>
    </message>
    <message>
        <source>Gift for points</source>
        <translation>积分兑礼</translation>
    </message>
    <message>
        <source>Gift back</source>
        <translation>撤销兑礼</translation>
    </message>
    <message>
        <source>Quarter coupon</source>
        <translation>季末换券</translation>
    </message>
    <message>
        <source>Late points</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>Delete person</source>
        <translation>删除资料</translation>
    </message>
    <message>
        <source>Give tapped card</source>
        <translation>发所刷的卡</translation>
    </message>
    <message>
        <source>Replace by tapped</source>
        <translation>换成所刷的卡</translation>
    </message>
    <message>
        <source>Report lost</source>
        <translation>挂失</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>解挂</translation>
    </message>
    <message>
        <source>Phone and consent are enough. A card may be tapped at any moment.</source>
        <translation>手机号和同意即可，随时可刷卡。</translation>
    </message>
    <message>
        <source>Fill in only what changes. A birthday changes once in 365 days.</source>
        <translation>只填要改的项。生日 365 天内只能改一次。</translation>
    </message>
    <message>
        <source>Whether the member wants news and offers by message.</source>
        <translation>会员是否愿意接收活动和优惠消息。</translation>
    </message>
    <message>
        <source>The old PIN, or a leader&apos;s signature; the new one has 4 to 12 digits.</source>
        <translation>输旧密码或由领班授权；新密码 4 至 12 位数字。</translation>
    </message>
    <message>
        <source>Name and phone in clear. The journal keeps who looked.</source>
        <translation>明文显示姓名和手机号，日志会记下是谁查看的。</translation>
    </message>
    <message>
        <source>Without a number of points the whole account is frozen.</source>
        <translation>不填积分数则冻结整个账户。</translation>
    </message>
    <message>
        <source>Without a number of points the whole account is released.</source>
        <translation>不填积分数则解冻整个账户。</translation>
    </message>
    <message>
        <source>Frozen points are taken away for good. Tell the member why.</source>
        <translation>冻结的积分永久作废，请告知会员原因。</translation>
    </message>
    <message>
        <source>Cashable points are paid out of the drawer.</source>
        <translation>可兑现积分从钱箱付现金。</translation>
    </message>
    <message>
        <source>The receiver&apos;s member number or phone, and the member&apos;s PIN.</source>
        <translation>填受赠人的会员号或手机号，并输会员密码。</translation>
    </message>
    <message>
        <source>Type the code of a gift of the list.</source>
        <translation>输入目录中礼品的编号。</translation>
    </message>
    <message>
        <source>The last gift of this month comes back, and its points go back.</source>
        <translation>收回本月最近一次的礼品，积分退还。</translation>
    </message>
    <message>
        <source>Points become coupons in the last days of a quarter.</source>
        <translation>季末最后几天可用积分换优惠券。</translation>
    </message>
    <message>
        <source>Type the code on the receipt of a bill without a card.</source>
        <translation>输入未刷卡小票上的补积分码。</translation>
    </message>
    <message>
        <source>What identifies the person is destroyed; bills and sums stay.</source>
        <translation>销毁可识别个人的资料，单据和合计保留。</translation>
    </message>
    <message>
        <source>The tapped card becomes this member&apos;s.</source>
        <translation>所刷的卡归这位会员。</translation>
    </message>
    <message>
        <source>The tapped card takes the place of the chosen one; points stay.</source>
        <translation>所刷的卡替换选中的卡，积分不变。</translation>
    </message>
    <message>
        <source>The chosen card identifies nobody from now on.</source>
        <translation>选中的卡即刻停用。</translation>
    </message>
    <message>
        <source>The chosen card identifies the member again.</source>
        <translation>选中的卡恢复使用。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>办理入会</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Void the points</source>
        <translation>作废积分</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>付现金</translation>
    </message>
    <message>
        <source>Give the points</source>
        <translation>转赠积分</translation>
    </message>
    <message>
        <source>Hand out the gift</source>
        <translation>兑出礼品</translation>
    </message>
    <message>
        <source>Take the gift back</source>
        <translation>收回礼品</translation>
    </message>
    <message>
        <source>Issue the coupons</source>
        <translation>发放优惠券</translation>
    </message>
    <message>
        <source>Add the points</source>
        <translation>补入积分</translation>
    </message>
    <message>
        <source>Delete the person</source>
        <translation>删除资料</translation>
    </message>
    <message>
        <source>Give the card</source>
        <translation>发卡</translation>
    </message>
    <message>
        <source>Replace the card</source>
        <translation>换卡</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Improper means</source>
        <translation>不正当手段</translation>
    </message>
    <message>
        <source>Fraud</source>
        <translation>欺诈</translation>
    </message>
    <message>
        <source>Breach of rules</source>
        <translation>违反规则</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>店内</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>网上</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Card lost</source>
        <translation>卡已挂失</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已挂失</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已换卡</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退卡</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 to spend</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>%1 frozen</source>
        <translation>冻结 %1</translation>
    </message>
    <message>
        <source>joined %1</source>
        <translation>%1 入会</translation>
    </message>
    <message>
        <source>company</source>
        <translation>单位会员</translation>
    </message>
    <message>
        <source>birthday known</source>
        <translation>已登记生日</translation>
    </message>
    <message>
        <source>lunar birthday known</source>
        <translation>已登记农历生日</translation>
    </message>
    <message>
        <source>has a PIN</source>
        <translation>已设密码</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>未设密码</translation>
    </message>
    <message>
        <source>wants messages</source>
        <translation>接收消息</translation>
    </message>
    <message>
        <source>no messages</source>
        <translation>不接收消息</translation>
    </message>
    <message>
        <source>referred by %1</source>
        <translation>推荐人 %1</translation>
    </message>
    <message>
        <source>up to %1 in cash</source>
        <translation>最多兑现 %1</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>积分抵扣</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Claimed by receipt</source>
        <translation>凭小票补积分</translation>
    </message>
    <message>
        <source>Goods of a claimed bill came back</source>
        <translation>补积分的商品已退</translation>
    </message>
    <message>
        <source>Given to a member</source>
        <translation>积分转赠</translation>
    </message>
    <message>
        <source>Paid out in cash</source>
        <translation>积分兑现</translation>
    </message>
    <message>
        <source>Gift or coupon</source>
        <translation>兑换礼品或优惠券</translation>
    </message>
    <message>
        <source>Gift came back</source>
        <translation>撤销兑礼</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>By headquarters</source>
        <translation>总部调整</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>期初积分</translation>
    </message>
    <message>
        <source>Cashable points</source>
        <translation>可兑现积分</translation>
    </message>
    <message>
        <source>Ordinary points</source>
        <translation>普通积分</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 end on %2</source>
        <translation>%1 分将于 %2 到期</translation>
    </message>
    <message>
        <source>nothing of them ends</source>
        <translation>没有将到期的</translation>
    </message>
    <message>
        <source>cashable</source>
        <translation>可兑现</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 前有效</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>earned %1</source>
        <translation>积 %1 分</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>用 %1 分</translation>
    </message>
    <message>
        <source>No purchases in the last 90 days</source>
        <translation>近 90 天没有消费</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>满 %1 可用</translation>
    </message>
    <message>
        <source>No coupons</source>
        <translation>没有优惠券</translation>
    </message>
    <message>
        <source>No cards</source>
        <translation>没有卡</translation>
    </message>
    <message>
        <source>Tap one to give it to the member.</source>
        <translation>刷一张新卡发给会员。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Joined, consent</source>
        <translation>入会，同意条款</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>solar</source>
        <translation>公历</translation>
    </message>
    <message>
        <source>lunar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Name and phone were shown</source>
        <translation>查看了姓名和手机号</translation>
    </message>
    <message>
        <source>Points void: %1</source>
        <translation>作废积分：%1</translation>
    </message>
    <message>
        <source>Released: %1</source>
        <translation>解冻：%1</translation>
    </message>
    <message>
        <source>Frozen: %1, %2</source>
        <translation>冻结：%1，%2</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1：%2 改为 %3</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>经办 %1</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>授权 %1</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有变更</translation>
    </message>
    <message>
        <source>No gifts for this tier</source>
        <translation>该等级没有可兑礼品</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>handed out</source>
        <translation>已兑出</translation>
    </message>
    <message>
        <source>Pay out %1 in cash</source>
        <translation>付现金 %1</translation>
    </message>
    <message>
        <source>The member signs for it.</source>
        <translation>请会员签字。</translation>
    </message>
    <message>
        <source>Voucher %1</source>
        <translation>凭证 %1</translation>
    </message>
    <message>
        <source>Write new card</source>
        <translation>写新卡</translation>
    </message>
    <message>
        <source>Replace, write new</source>
        <translation>写新卡换旧卡</translation>
    </message>
    <message>
        <source>A blank NTAG 424 DNA or DESFire gets the shop&apos;s keys and becomes this member&apos;s.</source>
        <translation>把空白 NTAG 424 DNA 或 DESFire 卡写入本店密钥，成为该会员的卡。</translation>
    </message>
    <message>
        <source>A blank card is written and takes the place of the chosen one; points stay.</source>
        <translation>写一张空白卡替换选中的卡；积分不变。</translation>
    </message>
    <message>
        <source>Start writing</source>
        <translation>开始写卡</translation>
    </message>
    <message>
        <source>Lay a blank card on the reader.</source>
        <translation>请把空白卡放在读卡器上。</translation>
    </message>
    <message>
        <source>The card left too early. Put the same card back and leave it there: %1</source>
        <translation>卡离开得太早。请把同一张卡放回并不要移动：%1</translation>
    </message>
    <message>
        <source>Opening the card %1. Leave it there.</source>
        <translation>正在打开卡 %1，请勿移动。</translation>
    </message>
    <message>
        <source>Writing the keys of %1. Leave it there.</source>
        <translation>正在写入 %1 的密钥，请勿移动。</translation>
    </message>
    <message>
        <source>Writing the files of %1. Leave it there.</source>
        <translation>正在写入 %1 的文件，请勿移动。</translation>
    </message>
    <message>
        <source>Changing the own key of %1. Leave it there.</source>
        <translation>正在更换 %1 的主密钥，请勿移动。</translation>
    </message>
    <message>
        <source>Reading %1 back. Leave it there.</source>
        <translation>正在回读核对 %1，请勿移动。</translation>
    </message>
    <message>
        <source>Signature:</source>
        <translation>签名：</translation>
    </message>
    <message>
        <source>Points onto card</source>
        <translation>积分转入卡内</translation>
    </message>
    <message>
        <source>Points leave the account and go onto the card, which pays with them at any till, also without the line.</source>
        <translation>积分从账户转入卡内；持卡可在任一收银机付款，断网时也可以。</translation>
    </message>
    <message>
        <source>Put them onto the card</source>
        <translation>转入卡内</translation>
    </message>
    <message>
        <source>Card %1 holds %2 points and has room for %3; the account has %4.</source>
        <translation>卡 %1 内有 %2 分，还可转入 %3 分；账户可用 %4 分。</translation>
    </message>
    <message>
        <source>The points go back into the account.</source>
        <translation>积分正在退回账户。</translation>
    </message>
    <message>
        <source>%1 points: lay the card %2 on the reader and leave it there.</source>
        <translation>%1 分：请把卡 %2 放在读卡器上，不要移动。</translation>
    </message>
    <message>
        <source>To or from the card</source>
        <translation>转入或退出卡内</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to remember</source>
        <translation>
            <numerusform>另记 %n 个日子</numerusform>
        </translation>
    </message>
    <message>
        <source>likes %1</source>
        <translation>喜好：%1</translation>
    </message>
    <message>
        <source>buys most: %1</source>
        <translation>常买：%1</translation>
    </message>
    <message>
        <source>Gift of points</source>
        <translation>赠送积分</translation>
    </message>
    <message>
        <source>Days to remember</source>
        <translation>纪念日</translation>
    </message>
    <message>
        <source>dead number: ask for a new one</source>
        <translation>空号，请会员更新手机号</translation>
    </message>
    <message numerus="yes">
        <source>brought %n member(s)</source>
        <translation>
            <numerusform>推荐 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought a member</source>
        <translation>推荐奖励</translation>
    </message>
    <message>
        <source>A member brought here fell back</source>
        <translation>被推荐人退货降级，收回</translation>
    </message>
    <message>
        <source>Gift for being referred</source>
        <translation>被推荐礼</translation>
    </message>
    <message>
        <source>Gift for being referred, taken back</source>
        <translation>收回被推荐礼</translation>
    </message>
    <message>
        <source>Rebate</source>
        <translation>累计返利</translation>
    </message>
    <message>
        <source>Rebate, taken back</source>
        <translation>收回累计返利</translation>
    </message>
    <message>
        <source>Membership until</source>
        <translation>会籍有效至</translation>
    </message>
    <message>
        <source>New terms</source>
        <translation>新版条款</translation>
    </message>
    <message>
        <source>Show the member the terms in force, and confirm that the member agrees. The journal keeps when.</source>
        <translation>请会员阅读现行条款并确认同意，同意的时间记入日志。</translation>
    </message>
    <message>
        <source>The member agrees</source>
        <translation>会员同意</translation>
    </message>
    <message>
        <source>to be asked for terms %1</source>
        <translation>待确认条款 %1</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>团体</translation>
    </message>
    <message>
        <source>The applicant becomes a member and has the gift of joining, once.</source>
        <translation>申请人成为会员，并得到一次入会礼。</translation>
    </message>
    <message>
        <source>The applicant has no benefit. The reason is shown when the card is used.</source>
        <translation>申请人不享受任何会员权益；刷卡时会显示原因。</translation>
    </message>
    <message>
        <source>Company or school with a price of its own. Without a code the member leaves it.</source>
        <translation>享受团体价的单位或学校。不填代码即退出团体。</translation>
    </message>
    <message>
        <source>Approve the applicant</source>
        <translation>批准入会</translation>
    </message>
    <message>
        <source>Refuse the applicant</source>
        <translation>拒绝入会</translation>
    </message>
    <message>
        <source>Save the group</source>
        <translation>保存团体</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>已拒绝：%1</translation>
    </message>
    <message>
        <source>group %1, its days are not on</source>
        <translation>团体 %1，不在有效期内</translation>
    </message>
    <message>
        <source>group %1 until %2</source>
        <translation>团体 %1，至 %2</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>团体 %1</translation>
    </message>
    <message>
        <source>Application approved</source>
        <translation>入会申请已批准</translation>
    </message>
    <message>
        <source>Application refused</source>
        <translation>入会申请已拒绝</translation>
    </message>
    <message>
        <source>Application refused: %1</source>
        <translation>入会申请已拒绝：%1</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>团体：%1</translation>
    </message>
    <message>
        <source>Group: %1, shown: %2</source>
        <translation>团体：%1，证明：%2</translation>
    </message>
    <message>
        <source>Tier for points</source>
        <translation>积分升级</translation>
    </message>
    <message>
        <source>Points are redeemed for a higher tier; it works from the next bill.</source>
        <translation>用积分兑换更高等级，从下一单起生效。</translation>
    </message>
    <message>
        <source>Raise the tier</source>
        <translation>确认升级</translation>
    </message>
    <message>
        <source>Change of card</source>
        <translation>换卡奖励</translation>
    </message>
    <message>
        <source>Change of card, taken back</source>
        <translation>换卡奖励扣回</translation>
    </message>
    <message>
        <source>Award points</source>
        <translation>奖励积分</translation>
    </message>
    <message>
        <source>Points for an activity, and for what. They lift to no tier; the journal keeps who.</source>
        <translation>因活动奖励的积分，写明原因；不计入升级，日志记录经手人。</translation>
    </message>
    <message>
        <source>Award the points</source>
        <translation>奖励积分</translation>
    </message>
    <message>
        <source>%1 within 90 days</source>
        <translation>90 天内到期 %1 分</translation>
    </message>
    <message>
        <source>now; normally %1 points</source>
        <translation>现价；平时 %1 积分</translation>
    </message>
    <message>
        <source>on the bill, Alt+X</source>
        <translation>在账单上换购，Alt+X</translation>
    </message>
    <message>
        <source>entry of a draw, %1 left</source>
        <translation>抽奖机会，还剩 %1 次</translation>
    </message>
    <message>
        <source>tax no. %1</source>
        <translation>税号 %1</translation>
    </message>
    <message>
        <source>contact %1</source>
        <translation>联系人 %1</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税号</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Tier by hand</source>
        <translation>手工定级</translation>
    </message>
    <message>
        <source>A higher tier with a reason. No review lowers it; after its last day the rules decide again.</source>
        <translation>写明理由，给予更高等级。复审不会降级；到期次日恢复为按规则应得的等级。</translation>
    </message>
    <message>
        <source>Set the tier</source>
        <translation>确定等级</translation>
    </message>
    <message>
        <source>tier by hand until %1</source>
        <translation>手工等级至 %1</translation>
    </message>
    <message>
        <source>tier by hand</source>
        <translation>手工等级</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>渠道 %1</translation>
    </message>
    <message>
        <source>picked up at %1</source>
        <translation>自提点 %1</translation>
    </message>
    <message>
        <source>Tier by hand: %1</source>
        <translation>手工定级：%1</translation>
    </message>
    <message>
        <source>Tier by hand until %1: %2</source>
        <translation>手工定级至 %1：%2</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The cash is %1 short.</source>
        <translation>现金还差 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>请等 %n 秒后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hello, %1. Scan the first item, or tap a card.</source>
        <translation>%1，您好。请扫第一件商品，或刷会员卡。</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>已加入 %1</translation>
    </message>
    <message>
        <source>%1: quantity %2</source>
        <translation>%1：数量改为 %2</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>The bill was emptied.</source>
        <translation>整单已清空。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>Member %1; prices are up to date.</source>
        <translation>已关联会员 %1，价格已更新。</translation>
    </message>
    <message>
        <source>Sale without a member; prices are up to date.</source>
        <translation>已取消会员，价格已更新。</translation>
    </message>
    <message>
        <source>Paid and saved. Receipt %1</source>
        <translation>已收款并保存，小票号 %1</translation>
    </message>
    <message>
        <source>The card reader is ready.</source>
        <translation>读卡器已就绪。</translation>
    </message>
    <message>
        <source>A card was shown, but it cannot be used at this step.</source>
        <translation>这一步不能使用会员卡。</translation>
    </message>
    <message>
        <source>Show it again while items are being scanned.</source>
        <translation>请在扫商品时再刷一次。</translation>
    </message>
    <message>
        <source>Plug the card reader in.</source>
        <translation>请插上读卡器。</translation>
    </message>
    <message>
        <source>The card service does not run: call support.</source>
        <translation>读卡服务没有运行，请联系技术支持。</translation>
    </message>
    <message>
        <source>Close the other program that uses the reader.</source>
        <translation>请关闭占用读卡器的其他程序。</translation>
    </message>
    <message>
        <source>This user may not use the reader: call support.</source>
        <translation>当前用户无权使用读卡器，请联系技术支持。</translation>
    </message>
    <message>
        <source>Unplug the reader, wait a moment and plug it in again.</source>
        <translation>请拔下读卡器，稍等再插上。</translation>
    </message>
    <message>
        <source>The card reader is gone.</source>
        <translation>读卡器已断开。</translation>
    </message>
    <message>
        <source>The card reader is gone: %1</source>
        <translation>读卡器已断开：%1</translation>
    </message>
    <message>
        <source>Selling goes on; find members by phone with F2.</source>
        <translation>销售不受影响；可按 F2 用手机号查会员。</translation>
    </message>
    <message>
        <source>%1 Until then find members by phone with F2.</source>
        <translation>%1在此之前可按 F2 用手机号查会员。</translation>
    </message>
    <message>
        <source>This is a bank card; nothing was read from it.</source>
        <translation>这是银行卡；没有读取任何内容。</translation>
    </message>
    <message>
        <source>Ask for the member card.</source>
        <translation>请顾客出示会员卡。</translation>
    </message>
    <message>
        <source>This is a phone or a bank card, not a member card.</source>
        <translation>这是手机或银行卡，不是会员卡。</translation>
    </message>
    <message>
        <source>Ask for the member card, or find the member by phone with F2.</source>
        <translation>请顾客出示会员卡，或按 F2 用手机号查会员。</translation>
    </message>
    <message>
        <source>The card was taken away too early.</source>
        <translation>卡拿开得太早。</translation>
    </message>
    <message>
        <source>Lay it down again and hold it still.</source>
        <translation>请再放一次，并保持不动。</translation>
    </message>
    <message>
        <source>The card cannot be read.</source>
        <translation>读不出这张卡。</translation>
    </message>
    <message>
        <source>Try once more, then find the member by phone with F2.</source>
        <translation>请再试一次，不行就按 F2 用手机号查会员。</translation>
    </message>
    <message>
        <source>This card is not genuine.</source>
        <translation>这张卡不是真卡。</translation>
    </message>
    <message>
        <source>Give no benefits on it and call the shift leader.</source>
        <translation>请不要给予优惠，并叫领班。</translation>
    </message>
    <message>
        <source>This code was used before.</source>
        <translation>这个码已经用过。</translation>
    </message>
    <message>
        <source>Ask the customer for a fresh code.</source>
        <translation>请顾客刷新会员码。</translation>
    </message>
    <message>
        <source>This card was never made ready for this shop.</source>
        <translation>这张卡还没有为本店启用。</translation>
    </message>
    <message>
        <source>Exchange it at the service desk.</source>
        <translation>请到服务台换卡。</translation>
    </message>
    <message>
        <source>This card belongs to another shop or programme.</source>
        <translation>这张卡属于别的商店或会员计划。</translation>
    </message>
    <message>
        <source>Ask for our member card, or find the member by phone with F2.</source>
        <translation>请出示本店会员卡，或按 F2 用手机号查找会员。</translation>
    </message>
    <message>
        <source>This card&apos;s chip is a copy.</source>
        <translation>这张卡的芯片是仿制的。</translation>
    </message>
    <message>
        <source>This is not a member card of ours.</source>
        <translation>这不是本店的会员卡。</translation>
    </message>
    <message>
        <source>This code is too old.</source>
        <translation>这个会员码已过期。</translation>
    </message>
    <message>
        <source>An item was scanned while money is counted; it was not added.</source>
        <translation>收款时扫到了商品，没有加入。</translation>
    </message>
    <message>
        <source>Finish the payment, or press Esc to go back and scan it again.</source>
        <translation>请先完成收款，或按 Esc 返回后再扫。</translation>
    </message>
    <message>
        <source>This is not an amount of money.</source>
        <translation>这不是金额。</translation>
    </message>
    <message>
        <source>Type the cash received, for example 100 or 52.50.</source>
        <translation>请输入实收现金，例如 100 或 52.50。</translation>
    </message>
    <message>
        <source>This is not a quantity.</source>
        <translation>这不是数量。</translation>
    </message>
    <message>
        <source>Type a number above zero, for example 3 or 0.5.</source>
        <translation>请输入大于零的数字，例如 3 或 0.5。</translation>
    </message>
    <message>
        <source>No line is chosen.</source>
        <translation>没有选中商品行。</translation>
    </message>
    <message>
        <source>Scan an item, or choose a line with the arrow keys.</source>
        <translation>请扫商品，或用方向键选择一行。</translation>
    </message>
    <message>
        <source>This entry cannot be read.</source>
        <translation>输入的内容无法识别。</translation>
    </message>
    <message>
        <source>Check it and type it again.</source>
        <translation>请核对后重新输入。</translation>
    </message>
    <message>
        <source>This number is outside the allowed range.</source>
        <translation>数字超出允许范围。</translation>
    </message>
    <message>
        <source>Check the number and type it again.</source>
        <translation>请核对数字后重新输入。</translation>
    </message>
    <message>
        <source>The input has a field that is not known.</source>
        <translation>输入中有不认识的字段。</translation>
    </message>
    <message>
        <source>Remove the field, or update the program.</source>
        <translation>请删去该字段，或升级程序。</translation>
    </message>
    <message>
        <source>No item has this code.</source>
        <translation>没有这个条码的商品。</translation>
    </message>
    <message>
        <source>Scan it again, or find it by name with F3.</source>
        <translation>请再扫一次，或按 F3 按品名查找。</translation>
    </message>
    <message>
        <source>This item is not for sale.</source>
        <translation>该商品已停售。</translation>
    </message>
    <message>
        <source>Put it aside and ask the shift leader.</source>
        <translation>请先放在一边，询问领班。</translation>
    </message>
    <message>
        <source>This card is not known.</source>
        <translation>不认识这张卡。</translation>
    </message>
    <message>
        <source>Find the member by phone with F2, or go on without a card.</source>
        <translation>请按 F2 用手机号查会员，或不用卡继续。</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>没有这个号码的会员。</translation>
    </message>
    <message>
        <source>Check the number with the customer, or go on without a member.</source>
        <translation>请与顾客核对号码，或按非会员继续。</translation>
    </message>
    <message>
        <source>This card is blocked.</source>
        <translation>此卡已停用。</translation>
    </message>
    <message>
        <source>Go on without it, and send the customer to the service desk.</source>
        <translation>请不用此卡继续，并请顾客到服务台处理。</translation>
    </message>
    <message>
        <source>This card was reported lost.</source>
        <translation>此卡已挂失。</translation>
    </message>
    <message>
        <source>Keep the card and call the shift leader.</source>
        <translation>请留下此卡并叫领班。</translation>
    </message>
    <message>
        <source>This card belongs to a member already.</source>
        <translation>此卡已属于一位会员。</translation>
    </message>
    <message>
        <source>Take another card.</source>
        <translation>请换一张卡。</translation>
    </message>
    <message>
        <source>This card was replaced by a new one.</source>
        <translation>此卡已换新卡。</translation>
    </message>
    <message>
        <source>Ask for the new card, or find the member by phone with F2.</source>
        <translation>请顾客出示新卡，或按 F2 用手机号查会员。</translation>
    </message>
    <message>
        <source>This card was cancelled.</source>
        <translation>此卡已注销。</translation>
    </message>
    <message>
        <source>This membership is suspended.</source>
        <translation>该会员已冻结。</translation>
    </message>
    <message>
        <source>This is not a full phone number.</source>
        <translation>手机号不完整。</translation>
    </message>
    <message>
        <source>Type all 11 digits.</source>
        <translation>请输入全部 11 位数字。</translation>
    </message>
    <message>
        <source>More than one member has this number.</source>
        <translation>有多位会员使用这个号码。</translation>
    </message>
    <message>
        <source>Ask for the card, or type the member number.</source>
        <translation>请顾客出示会员卡，或输入会员号。</translation>
    </message>
    <message>
        <source>No staff member has this code.</source>
        <translation>没有这个工号。</translation>
    </message>
    <message>
        <source>Check the code and try again.</source>
        <translation>请核对工号后再试。</translation>
    </message>
    <message>
        <source>Wrong PIN.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>Type it again; after several wrong tries the till waits.</source>
        <translation>请重新输入；多次输错后需要等待。</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>密码输错次数过多。</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>请稍等片刻再试。</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>尚未登录。</translation>
    </message>
    <message>
        <source>Sign in with staff code and PIN.</source>
        <translation>请用工号和密码登录。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>您的权限不能做这项操作。</translation>
    </message>
    <message>
        <source>Ask the shift leader to sign in for it.</source>
        <translation>请领班登录后操作。</translation>
    </message>
    <message>
        <source>There is nothing to pay yet.</source>
        <translation>还没有要付款的商品。</translation>
    </message>
    <message>
        <source>Scan the first item.</source>
        <translation>请扫第一件商品。</translation>
    </message>
    <message>
        <source>The bill has no room for another line.</source>
        <translation>本单的行数已满。</translation>
    </message>
    <message>
        <source>Take payment for this bill, then start the next.</source>
        <translation>请先收款，再开下一单。</translation>
    </message>
    <message>
        <source>This line is no longer on the bill.</source>
        <translation>这一行已不在单上。</translation>
    </message>
    <message>
        <source>Choose a line and try again.</source>
        <translation>请选择一行再试。</translation>
    </message>
    <message>
        <source>The cash is too little.</source>
        <translation>现金不够。</translation>
    </message>
    <message>
        <source>Take the rest and type the full amount, or press Esc to go back.</source>
        <translation>请收足后输入总额，或按 Esc 返回。</translation>
    </message>
    <message>
        <source>This bill cannot be paid in this way.</source>
        <translation>本单不能用这种方式付款。</translation>
    </message>
    <message>
        <source>Press Esc and choose another way to pay.</source>
        <translation>请按 Esc 换一种付款方式。</translation>
    </message>
    <message>
        <source>A rule of the programme does not allow this.</source>
        <translation>会员规则不允许这样做。</translation>
    </message>
    <message>
        <source>Go on without it, or ask the shift leader.</source>
        <translation>请不用它继续，或询问领班。</translation>
    </message>
    <message>
        <source>A sale with this reference exists, with other content.</source>
        <translation>这个参考号已用于另一笔销售。</translation>
    </message>
    <message>
        <source>Use a new reference.</source>
        <translation>请换一个参考号。</translation>
    </message>
    <message>
        <source>There is no such receipt on this till.</source>
        <translation>本机没有这张小票。</translation>
    </message>
    <message>
        <source>Finish a sale first, or check the receipt number.</source>
        <translation>请先完成一笔销售，或核对小票号。</translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation>现在不能做这一步。</translation>
    </message>
    <message>
        <source>Finish the present step, or press Esc to go back.</source>
        <translation>请先完成当前步骤，或按 Esc 返回。</translation>
    </message>
    <message>
        <source>There is no store in this folder.</source>
        <translation>这个文件夹里没有门店数据。</translation>
    </message>
    <message>
        <source>Check the folder after --store, or make a demo store with: kahuictl demo --store DIR</source>
        <translation>请核对 --store 后的文件夹，或用 kahuictl demo --store DIR 建立演示门店。</translation>
    </message>
    <message>
        <source>This folder already holds a store.</source>
        <translation>这个文件夹里已有门店数据。</translation>
    </message>
    <message>
        <source>Open it as it is, or choose an empty folder.</source>
        <translation>请直接打开，或换一个空文件夹。</translation>
    </message>
    <message>
        <source>Another program has this store open.</source>
        <translation>另一个程序正在使用该门店数据。</translation>
    </message>
    <message>
        <source>Close the other till on this machine, then start again.</source>
        <translation>请关闭本机上的另一个收银程序，再重新启动。</translation>
    </message>
    <message>
        <source>This store was made by a newer version of Kahui.</source>
        <translation>该门店数据由更新版本的卡惠建立。</translation>
    </message>
    <message>
        <source>Update this program; nothing was changed.</source>
        <translation>请升级本程序；数据没有任何改动。</translation>
    </message>
    <message>
        <source>The store file is damaged.</source>
        <translation>门店数据文件已损坏。</translation>
    </message>
    <message>
        <source>Do not sell on it. Call support, or restore the last backup with: kahuictl restore</source>
        <translation>请勿继续销售。请联系技术支持，或用 kahuictl restore 恢复最近的备份。</translation>
    </message>
    <message>
        <source>The disk is full; this was not saved.</source>
        <translation>磁盘已满，刚才的操作没有保存。</translation>
    </message>
    <message>
        <source>Call support to free space, then try again. The bill is still here.</source>
        <translation>请联系技术支持清理空间后再试；当前单还在。</translation>
    </message>
    <message>
        <source>The disk did not take the data; this was not saved.</source>
        <translation>磁盘写入失败，刚才的操作没有保存。</translation>
    </message>
    <message>
        <source>The key of this store is missing or belongs to another store.</source>
        <translation>门店密钥缺失，或属于另一家门店。</translation>
    </message>
    <message>
        <source>Put the key file back from its safe copy, or call support.</source>
        <translation>请用备份放回密钥文件，或联系技术支持。</translation>
    </message>
    <message>
        <source>A device is not connected.</source>
        <translation>设备未连接。</translation>
    </message>
    <message>
        <source>Check its cable and plug it in again. Selling goes on.</source>
        <translation>请检查连线并重新插好；销售不受影响。</translation>
    </message>
    <message>
        <source>A device is used by another program.</source>
        <translation>设备被其他程序占用。</translation>
    </message>
    <message>
        <source>Close the other program. Selling goes on.</source>
        <translation>请关闭该程序；销售不受影响。</translation>
    </message>
    <message>
        <source>A device does not answer.</source>
        <translation>设备没有响应。</translation>
    </message>
    <message>
        <source>Unplug it, wait a moment and plug it in again. Selling goes on.</source>
        <translation>请拔下，稍等再插上；销售不受影响。</translation>
    </message>
    <message>
        <source>The card service of this machine does not run.</source>
        <translation>本机的读卡服务没有运行。</translation>
    </message>
    <message>
        <source>Call support; until then find members by phone with F2.</source>
        <translation>请联系技术支持；在此之前可按 F2 用手机号查会员。</translation>
    </message>
    <message>
        <source>The other side did not answer.</source>
        <translation>对方没有应答。</translation>
    </message>
    <message>
        <source>Try again later. Selling goes on.</source>
        <translation>请稍后再试；销售不受影响。</translation>
    </message>
    <message>
        <source>Headquarters could not prove who it is.</source>
        <translation>无法确认总部的身份。</translation>
    </message>
    <message>
        <source>Call support. Selling goes on; nothing was sent.</source>
        <translation>请联系技术支持。可继续收银；未发送任何数据。</translation>
    </message>
    <message>
        <source>Headquarters refuses this till.</source>
        <translation>总部拒绝了本收银机。</translation>
    </message>
    <message>
        <source>Call headquarters. Selling goes on; nothing is lost.</source>
        <translation>请联系总部。可继续收银；数据不会丢失。</translation>
    </message>
    <message>
        <source>This till is not connected to headquarters.</source>
        <translation>本收银机尚未接入总部。</translation>
    </message>
    <message>
        <source>Ask headquarters for an enrolment code. Selling goes on.</source>
        <translation>请向总部索取接入码。可继续收银。</translation>
    </message>
    <message numerus="yes">
        <source>Type it again; %n try(s) left before the till waits.</source>
        <translation>
            <numerusform>请重新输入；再错 %n 次需要等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>No coupon has this number.</source>
        <translation>没有这张优惠券。</translation>
    </message>
    <message>
        <source>Scan it again, or go on without it.</source>
        <translation>请重新扫码，或不用券继续收款。</translation>
    </message>
    <message>
        <source>This coupon cannot be used.</source>
        <translation>这张优惠券不能使用。</translation>
    </message>
    <message>
        <source>Go on without it, or choose another coupon.</source>
        <translation>请不用它继续，或换一张券。</translation>
    </message>
    <message>
        <source>The price rules of that day are not on this till.</source>
        <translation>本机没有那一天的价格规则。</translation>
    </message>
    <message>
        <source>Take the goods back at the till that sold them, or call support.</source>
        <translation>请到原收银台退货，或联系技术支持。</translation>
    </message>
    <message>
        <source>This bill takes no more coupons.</source>
        <translation>本单已不能再用券。</translation>
    </message>
    <message>
        <source>Take another coupon off first, or keep this one for the next bill.</source>
        <translation>请先取消另一张券，或留到下一单使用。</translation>
    </message>
    <message>
        <source>The coupon has expired.</source>
        <translation>优惠券已过期。</translation>
    </message>
    <message>
        <source>Choose another coupon, or go on without one.</source>
        <translation>请换一张券，或不用券继续。</translation>
    </message>
    <message>
        <source>The coupon is not for these goods.</source>
        <translation>这张券不适用于本单商品。</translation>
    </message>
    <message>
        <source>Scan an item that it is for, or choose another coupon.</source>
        <translation>请扫适用的商品，或换一张券。</translation>
    </message>
    <message>
        <source>The bill is too small for the coupon.</source>
        <translation>本单金额没有达到用券门槛。</translation>
    </message>
    <message>
        <source>Add goods until its least amount is reached, or go on without it.</source>
        <translation>请凑够门槛金额，或不用券继续。</translation>
    </message>
    <message>
        <source>The coupon would make nothing cheaper.</source>
        <translation>用这张券不会更便宜。</translation>
    </message>
    <message>
        <source>Prices are lower already; the customer keeps it for another day.</source>
        <translation>现价已更优惠，请顾客留到下次使用。</translation>
    </message>
    <message>
        <source>The bill does not reach the offer.</source>
        <translation>本单没有达到活动条件。</translation>
    </message>
    <message>
        <source>Keep the goods of the offer here, or add goods until it is reached.</source>
        <translation>请留下活动商品，或凑够金额再领取。</translation>
    </message>
    <message>
        <source>More would come back than was sold.</source>
        <translation>退货数量超过了售出数量。</translation>
    </message>
    <message>
        <source>Choose at most what is left of the line.</source>
        <translation>请按该行剩余数量填写。</translation>
    </message>
    <message>
        <source>The price would be above the full price.</source>
        <translation>改后的价格高于原价。</translation>
    </message>
    <message>
        <source>Type a price that is not higher.</source>
        <translation>请输入不高于原价的价格。</translation>
    </message>
    <message>
        <source>The stored value is too little.</source>
        <translation>储值余额不足。</translation>
    </message>
    <message>
        <source>Take the rest in cash, or choose another way to pay.</source>
        <translation>不足部分请收现金，或换一种付款方式。</translation>
    </message>
    <message>
        <source>The coupon was used before.</source>
        <translation>这张券已经用过。</translation>
    </message>
    <message>
        <source>Go on without it; each coupon counts once.</source>
        <translation>每张券只能用一次，请不用它继续。</translation>
    </message>
    <message>
        <source>The coupon was cancelled.</source>
        <translation>这张券已作废。</translation>
    </message>
    <message>
        <source>The coupon belongs to a member.</source>
        <translation>这张券属于会员。</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card first, then scan the coupon again.</source>
        <translation>请先刷会员卡，再扫一次券。</translation>
    </message>
    <message>
        <source>The coupon belongs to another member.</source>
        <translation>这张券属于另一位会员。</translation>
    </message>
    <message>
        <source>Tap the card of its member, or go on without it.</source>
        <translation>请刷券主的会员卡，或不用它继续。</translation>
    </message>
    <message>
        <source>The coupon is on this bill already.</source>
        <translation>本单已经用了这张券。</translation>
    </message>
    <message>
        <source>Go on; it counts once.</source>
        <translation>请继续，一张券只计一次。</translation>
    </message>
    <message>
        <source>Refunded and saved. Receipt %1</source>
        <translation>已退款并保存，小票 %1</translation>
    </message>
    <message>
        <source>No points are used on this bill.</source>
        <translation>本单不使用积分。</translation>
    </message>
    <message>
        <source>%1 points are used on this bill.</source>
        <translation>本单使用 %1 积分。</translation>
    </message>
    <message>
        <source>The coupon is used; prices are up to date.</source>
        <translation>已用券，价格已更新。</translation>
    </message>
    <message>
        <source>The coupon stays with the customer.</source>
        <translation>已取消用券，券仍归顾客。</translation>
    </message>
    <message>
        <source>The goods of an offer were taken off: the bill no longer reaches it.</source>
        <translation>本单不再达到活动条件，活动商品已移除。</translation>
    </message>
    <message>
        <source>Keep them here, or add goods and take the offer again.</source>
        <translation>请留下活动商品，或凑够金额后重新领取。</translation>
    </message>
    <message>
        <source>The coupon was taken off the bill. %1</source>
        <translation>优惠券已从本单取消。%1</translation>
    </message>
    <message>
        <source>It does not fit any more.</source>
        <translation>它不再适用。</translation>
    </message>
    <message>
        <source>Tell the customer, who keeps it.</source>
        <translation>请告知顾客，券可下次再用。</translation>
    </message>
    <message>
        <source>The bill is %1 lower.</source>
        <translation>整单已优惠 %1。</translation>
    </message>
    <message>
        <source>The bill has no discount by hand any more.</source>
        <translation>已取消整单折扣。</translation>
    </message>
    <message>
        <source>Added from the offer: %1</source>
        <translation>已领取活动商品：%1</translation>
    </message>
    <message>
        <source>This is not a number of points.</source>
        <translation>这不是积分数。</translation>
    </message>
    <message>
        <source>Type whole points, or choose one of the buttons.</source>
        <translation>请输入整数积分，或点选按钮。</translation>
    </message>
    <message>
        <source>This is not a discount.</source>
        <translation>这不是折扣。</translation>
    </message>
    <message>
        <source>Type what is paid of the price, for example 90, or choose an amount of money.</source>
        <translation>请输入折扣，例如 9 或 85，或改为减免金额。</translation>
    </message>
    <message>
        <source>Goods cannot come back while a bill is open.</source>
        <translation>有未结的单，不能退货。</translation>
    </message>
    <message>
        <source>Take payment for the bill, or empty it with Shift+F6.</source>
        <translation>请先收款，或按 Shift+F6 清空本单。</translation>
    </message>
    <message>
        <source>This is the receipt of a return.</source>
        <translation>这是退货单的小票。</translation>
    </message>
    <message>
        <source>Take the receipt of the sale; its number stands on this one.</source>
        <translation>请用原销售小票，单号印在退货单上。</translation>
    </message>
    <message>
        <source>Nothing is chosen to come back.</source>
        <translation>还没有选择要退的商品。</translation>
    </message>
    <message>
        <source>Choose lines with Space, or all of them with A.</source>
        <translation>按空格选择商品，按 A 全部退。</translation>
    </message>
    <message>
        <source>%1 will be given back.</source>
        <translation>将退还 %1。</translation>
    </message>
    <message>
        <source>Press Enter once more to refund, Esc to stop.</source>
        <translation>再按一次 Enter 确认退款，按 Esc 取消。</translation>
    </message>
    <message>
        <source>There are no points to pay with.</source>
        <translation>没有可用的积分。</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card and scan the first item.</source>
        <translation>请刷会员卡并扫第一件商品。</translation>
    </message>
    <message>
        <source>This bill takes at most %1 points.</source>
        <translation>本单最多可用 %1 积分。</translation>
    </message>
    <message>
        <source>Type fewer, or press M for as many as it takes.</source>
        <translation>请少输一些，或按 M 用到上限。</translation>
    </message>
    <message>
        <source>Such a discount is beyond the right of this person.</source>
        <translation>这个折扣超出了权限。</translation>
    </message>
    <message>
        <source>Let a shift leader or manager sign with code and PIN, or press Esc.</source>
        <translation>请领班或店长输入工号和密码授权，或按 Esc 返回。</translation>
    </message>
    <message>
        <source>The member&apos;s PIN was wrong five times.</source>
        <translation>会员密码已输错五次。</translation>
    </message>
    <message>
        <source>Take fewer points or cash; it can be tried again tomorrow.</source>
        <translation>请少用积分或收现金；明天可再试。</translation>
    </message>
    <message>
        <source>The member has no PIN yet.</source>
        <translation>该会员还没有设置密码。</translation>
    </message>
    <message>
        <source>Pay with fewer points; the service desk sets a PIN.</source>
        <translation>请少用些积分；可到服务台设置密码。</translation>
    </message>
    <message>
        <source>So much needs the line to headquarters.</source>
        <translation>这么多需要连上总部才能用。</translation>
    </message>
    <message>
        <source>Pay with fewer points until the line is back.</source>
        <translation>网络恢复前请少用些积分。</translation>
    </message>
    <message>
        <source>This card alone does not show who the member is.</source>
        <translation>仅凭这张卡不能确认会员身份。</translation>
    </message>
    <message>
        <source>Tap the member&apos;s chip card, or go on without a member.</source>
        <translation>请刷会员芯片卡，或不用会员继续。</translation>
    </message>
    <message>
        <source>The manager&apos;s view is for managers.</source>
        <translation>店长工作台仅限店长使用。</translation>
    </message>
    <message>
        <source>Sign out, and let a manager sign in.</source>
        <translation>请退出，由店长登录。</translation>
    </message>
    <message>
        <source>Nobody joins without consent.</source>
        <translation>未经同意不能入会。</translation>
    </message>
    <message>
        <source>Read the text to the customer and press the line of consent, or go on without.</source>
        <translation>向顾客说明条款并勾选同意，或不办会员。</translation>
    </message>
    <message>
        <source>Members are 18 or older.</source>
        <translation>会员须年满 18 岁。</translation>
    </message>
    <message>
        <source>Go on without a member; a parent may join.</source>
        <translation>按非会员结账；可由家长办理。</translation>
    </message>
    <message>
        <source>This member cannot be the referrer.</source>
        <translation>该会员不能作推荐人。</translation>
    </message>
    <message>
        <source>Take another active member&apos;s number or phone, or leave it empty.</source>
        <translation>换一位正常会员的会员号或手机号，或留空。</translation>
    </message>
    <message>
        <source>The birthday was changed less than 365 days ago.</source>
        <translation>生日在 365 天内已改过。</translation>
    </message>
    <message>
        <source>Leave it as it is.</source>
        <translation>保持不变。</translation>
    </message>
    <message>
        <source>This needs a reason.</source>
        <translation>须选择原因。</translation>
    </message>
    <message>
        <source>Choose one; for Other write it in words.</source>
        <translation>请选一项；选“其他”时写明原因。</translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation>没有可变更的内容。</translation>
    </message>
    <message>
        <source>Look at the figures above.</source>
        <translation>请看上面的数字。</translation>
    </message>
    <message>
        <source>Points cannot be given to oneself.</source>
        <translation>积分不能转给本人。</translation>
    </message>
    <message>
        <source>Type another member&apos;s number or phone.</source>
        <translation>输入另一位会员的会员号或手机号。</translation>
    </message>
    <message>
        <source>This needs the line to headquarters.</source>
        <translation>须与总部联网才能办理。</translation>
    </message>
    <message>
        <source>Try again when the line is back.</source>
        <translation>恢复联网后再办。</translation>
    </message>
    <message>
        <source>The account is frozen.</source>
        <translation>账户已冻结。</translation>
    </message>
    <message>
        <source>A manager can release it.</source>
        <translation>可由店长解冻。</translation>
    </message>
    <message>
        <source>The member&apos;s tier does not have this.</source>
        <translation>该等级没有此项权益。</translation>
    </message>
    <message>
        <source>Tell the member which tier does.</source>
        <translation>请告知会员哪个等级享有。</translation>
    </message>
    <message>
        <source>The gift is for another tier.</source>
        <translation>该礼品属于其他等级。</translation>
    </message>
    <message>
        <source>Choose a gift of the list.</source>
        <translation>请在目录中选择。</translation>
    </message>
    <message>
        <source>So many gifts at once are not allowed.</source>
        <translation>一次不能兑这么多件。</translation>
    </message>
    <message>
        <source>Choose fewer.</source>
        <translation>请减少件数。</translation>
    </message>
    <message>
        <source>The gifts of this month are used up.</source>
        <translation>本月兑换次数已用完。</translation>
    </message>
    <message>
        <source>The member may come again next month.</source>
        <translation>请会员下月再来。</translation>
    </message>
    <message>
        <source>So many points cannot be taken.</source>
        <translation>积分数不符合规定。</translation>
    </message>
    <message>
        <source>Type a multiple of the step, and at least the least number.</source>
        <translation>请输入规定倍数且不少于最低数的积分。</translation>
    </message>
    <message>
        <source>This is done in the last days of a quarter only.</source>
        <translation>只在季末最后几天办理。</translation>
    </message>
    <message>
        <source>The member may come again then.</source>
        <translation>请会员届时再来。</translation>
    </message>
    <message>
        <source>The member has too few points for it.</source>
        <translation>会员积分不足。</translation>
    </message>
    <message>
        <source>Type fewer points.</source>
        <translation>请减少积分。</translation>
    </message>
    <message>
        <source>There is no gift of this month to take back.</source>
        <translation>本月没有可撤销的兑换。</translation>
    </message>
    <message>
        <source>Look at the list of gifts.</source>
        <translation>请看礼品列表。</translation>
    </message>
    <message>
        <source>This bill had a member already.</source>
        <translation>该单已有会员。</translation>
    </message>
    <message>
        <source>Its points are in that account.</source>
        <translation>积分已在其账户中。</translation>
    </message>
    <message>
        <source>The days for claiming are over.</source>
        <translation>已过补积分期限。</translation>
    </message>
    <message>
        <source>The receipt says until when it could be claimed.</source>
        <translation>小票上印有截止日期。</translation>
    </message>
    <message>
        <source>The points of this receipt were claimed before.</source>
        <translation>该小票已补过积分。</translation>
    </message>
    <message>
        <source>Each receipt counts once.</source>
        <translation>每张小票只能补一次。</translation>
    </message>
    <message>
        <source>Goods of this receipt came back.</source>
        <translation>该小票的商品已退货。</translation>
    </message>
    <message>
        <source>It gives no points any more.</source>
        <translation>不能再补积分。</translation>
    </message>
    <message>
        <source>This bill earns no points.</source>
        <translation>该单不产生积分。</translation>
    </message>
    <message>
        <source>Tell the member from which amount points begin.</source>
        <translation>请告知会员起积金额。</translation>
    </message>
    <message>
        <source>The member&apos;s data are saved.</source>
        <translation>会员资料已保存。</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>密码已设置。</translation>
    </message>
    <message>
        <source>Shown; the journal says who looked.</source>
        <translation>已显示，日志已记录查看人。</translation>
    </message>
    <message>
        <source>Frozen.</source>
        <translation>已冻结。</translation>
    </message>
    <message>
        <source>Released.</source>
        <translation>已解冻。</translation>
    </message>
    <message>
        <source>%1 points are void.</source>
        <translation>已作废 %1 分。</translation>
    </message>
    <message>
        <source>%1 points are paid out.</source>
        <translation>已兑现 %1 分。</translation>
    </message>
    <message>
        <source>%1 points are given.</source>
        <translation>已转赠 %1 分。</translation>
    </message>
    <message>
        <source>The gift costs %1 points; hand it out.</source>
        <translation>兑换用去 %1 分，请交付礼品。</translation>
    </message>
    <message>
        <source>The gift is back, and %1 points.</source>
        <translation>礼品已收回，退还 %1 分。</translation>
    </message>
    <message>
        <source>%1 points became coupons.</source>
        <translation>%1 分已换成优惠券。</translation>
    </message>
    <message>
        <source>%1 points are added.</source>
        <translation>已补入 %1 分。</translation>
    </message>
    <message>
        <source>The person is deleted; bills and sums stay.</source>
        <translation>个人资料已删除，单据和合计保留。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>%1 is a member now, with %2 points as a gift.</source>
        <translation>%1 已成为会员，赠送 %2 分。</translation>
    </message>
    <message>
        <source>%1 is a member now, with a coupon as a gift.</source>
        <translation>%1 已成为会员，赠送优惠券一张。</translation>
    </message>
    <message>
        <source>%1 is a member now; prices are up to date.</source>
        <translation>%1 已成为会员，价格已更新。</translation>
    </message>
    <message>
        <source>A field cannot be read.</source>
        <translation>有一项无法识别。</translation>
    </message>
    <message>
        <source>Points are whole numbers; a birthday is MMDD or YYYYMMDD.</source>
        <translation>积分为整数；生日为月日四位或年月日八位。</translation>
    </message>
    <message>
        <source>The card&apos;s state: %1</source>
        <translation>卡的状态：%1</translation>
    </message>
    <message>
        <source>A member has this phone number already.</source>
        <translation>该手机号已有会员。</translation>
    </message>
    <message>
        <source>Find that member, or ask for another number.</source>
        <translation>请查找该会员，或换一个号码。</translation>
    </message>
    <message>
        <source>This is more than is left to pay.</source>
        <translation>超过了未付金额。</translation>
    </message>
    <message>
        <source>Type at most the rest of the bill.</source>
        <translation>最多输入剩余应收。</translation>
    </message>
    <message>
        <source>The parts do not pay the whole bill.</source>
        <translation>各笔付款不足整单应收。</translation>
    </message>
    <message>
        <source>Take the rest, in cash or otherwise.</source>
        <translation>请收取剩余部分，现金或其他方式。</translation>
    </message>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>没有剩余应收。</translation>
    </message>
    <message>
        <source>Press Enter to save the bill.</source>
        <translation>按 Enter 保存账单。</translation>
    </message>
    <message>
        <source>The number of the slip or voucher is missing.</source>
        <translation>缺少签购单或代金券号码。</translation>
    </message>
    <message>
        <source>Type 4 to 12 digits or letters of it; never the number of a bank card.</source>
        <translation>输入其中 4 至 12 位数字或字母；切勿输入银行卡号。</translation>
    </message>
    <message>
        <source>This is not a payment code; nothing was paid.</source>
        <translation>这不是付款码，未扣款。</translation>
    </message>
    <message>
        <source>Scan the customer&apos;s code, or press Esc to go on with goods.</source>
        <translation>请扫顾客付款码，或按 Esc 继续录入商品。</translation>
    </message>
    <message>
        <source>This is a payment code; nothing was paid yet.</source>
        <translation>这是付款码，尚未扣款。</translation>
    </message>
    <message>
        <source>Press + when all goods are on the bill, then scan it again.</source>
        <translation>商品录完后按 +，再扫一次。</translation>
    </message>
    <message>
        <source>This till takes no payment codes.</source>
        <translation>本收银机不支持付款码。</translation>
    </message>
    <message>
        <source>Take cash, or a bank card with F12.</source>
        <translation>请收现金，或按 F12 收银行卡。</translation>
    </message>
    <message>
        <source>A payment of this bill is not finished.</source>
        <translation>本单有一笔付款尚未完成。</translation>
    </message>
    <message>
        <source>Wait for it, or reverse it; a bill is never paid twice.</source>
        <translation>请等待或撤销；同一单绝不重复收款。</translation>
    </message>
    <message>
        <source>This part is paid by code already.</source>
        <translation>这部分已扫码支付。</translation>
    </message>
    <message>
        <source>Take the rest, or press R to reverse it first.</source>
        <translation>请收取剩余部分，或先按 R 撤销。</translation>
    </message>
    <message>
        <source>It is not known yet whether this was paid.</source>
        <translation>尚不清楚这笔是否已支付。</translation>
    </message>
    <message>
        <source>Ask again first.</source>
        <translation>请先再次查询。</translation>
    </message>
    <message>
        <source>Another payment of the same bill is not known yet.</source>
        <translation>同一单还有另一笔付款结果未知。</translation>
    </message>
    <message>
        <source>Ask about that one first.</source>
        <translation>请先查询那一笔。</translation>
    </message>
    <message>
        <source>Prices changed since; the bill comes to another sum.</source>
        <translation>价格已变动，账单金额与当时不同。</translation>
    </message>
    <message>
        <source>Reverse the payment and ring the goods up again.</source>
        <translation>请撤销付款，重新录入商品。</translation>
    </message>
    <message>
        <source>There is no stored value.</source>
        <translation>没有储值余额。</translation>
    </message>
    <message>
        <source>Top it up with F10 V, or choose another way to pay.</source>
        <translation>按 F10 V 充值，或选择其他付款方式。</translation>
    </message>
    <message>
        <source>There is no member on the bill.</source>
        <translation>账单上没有会员。</translation>
    </message>
    <message>
        <source>Go back, tap the member&apos;s card, then come here again.</source>
        <translation>请返回，刷会员卡后再进入。</translation>
    </message>
    <message>
        <source>The stored value would be above its legal limit.</source>
        <translation>储值将超过法定限额。</translation>
    </message>
    <message>
        <source>Top up less; what is there and the bonus count too.</source>
        <translation>请少充一些；现有余额和赠送额也计算在内。</translation>
    </message>
    <message>
        <source>Try again when the line is back. Selling goes on.</source>
        <translation>网络恢复后再试。销售不受影响。</translation>
    </message>
    <message>
        <source>Without the line, this is above the limit of the day.</source>
        <translation>断网时超过当日限额。</translation>
    </message>
    <message>
        <source>Take less of it and the rest in cash, until the line is back.</source>
        <translation>请少用一些，其余收现金，待网络恢复。</translation>
    </message>
    <message>
        <source>The count card has not so many uses left.</source>
        <translation>次卡剩余次数不足。</translation>
    </message>
    <message>
        <source>Use fewer, or sell a new card.</source>
        <translation>请减少次数，或售卖新次卡。</translation>
    </message>
    <message>
        <source>The count card has expired.</source>
        <translation>次卡已过期。</translation>
    </message>
    <message>
        <source>Sell the service at its price, or a new card.</source>
        <translation>请按价销售该服务，或售卖新次卡。</translation>
    </message>
    <message>
        <source>A count card is sold to a member.</source>
        <translation>次卡只能售给会员。</translation>
    </message>
    <message>
        <source>Go back, tap the member&apos;s card or find the member with F2.</source>
        <translation>请返回，刷会员卡或按 F2 查找会员。</translation>
    </message>
    <message>
        <source>The count card has been used.</source>
        <translation>次卡已使用过。</translation>
    </message>
    <message>
        <source>Take back the uses first; a used card itself does not come back.</source>
        <translation>请先退使用次数；用过的次卡不能退。</translation>
    </message>
    <message>
        <source>So much needs the member&apos;s PIN.</source>
        <translation>此金额需要会员密码。</translation>
    </message>
    <message>
        <source>Without the line the member has paid with enough points today.</source>
        <translation>断网时该会员今日用积分已达上限。</translation>
    </message>
    <message>
        <source>Pay with fewer points (Alt+P shows how many), or wait for the line.</source>
        <translation>少用一些积分（Alt+P 显示还能用多少），或等网络恢复。</translation>
    </message>
    <message>
        <source>The balance is too old to pay with points.</source>
        <translation>积分余额太旧，不能用于支付。</translation>
    </message>
    <message>
        <source>Take another means of payment until headquarters has been reached.</source>
        <translation>连上总部之前，请用其他方式付款。</translation>
    </message>
    <message>
        <source>A bill is open.</source>
        <translation>还有未结账的单据。</translation>
    </message>
    <message>
        <source>Take payment for it, hold it with F7 or empty it with Shift+F6 first.</source>
        <translation>请先结账、按 F7 挂单，或按 Shift+F6 清空。</translation>
    </message>
    <message>
        <source>Bills are still held.</source>
        <translation>还有挂单未处理。</translation>
    </message>
    <message>
        <source>Press F8: take each one up again, or cancel it.</source>
        <translation>请按 F8，逐单取单或取消。</translation>
    </message>
    <message>
        <source>This is not a sale of the open shift.</source>
        <translation>这不是本班的销售小票。</translation>
    </message>
    <message>
        <source>Take the goods back with F9 instead.</source>
        <translation>请改用 F9 退货。</translation>
    </message>
    <message>
        <source>Some goods of this bill came back already.</source>
        <translation>这张单已有商品退货。</translation>
    </message>
    <message>
        <source>Take the rest back with F9 instead.</source>
        <translation>其余商品请用 F9 退货。</translation>
    </message>
    <message>
        <source>This bill was voided already.</source>
        <translation>这张单已经反结账。</translation>
    </message>
    <message>
        <source>Look for the bill that took its place.</source>
        <translation>请查找重新结账的那张单。</translation>
    </message>
    <message>
        <source>%1 has this phone number already.</source>
        <translation>该手机号已属于 %1。</translation>
    </message>
    <message>
        <source>The card %1 is nobody&apos;s and waits here.</source>
        <translation>卡 %1 尚未发放，等待发给会员。</translation>
    </message>
    <message>
        <source>Taken: %1. The rest is still open.</source>
        <translation>已收：%1。其余待付。</translation>
    </message>
    <message>
        <source>Taken off again: %1.</source>
        <translation>已取消：%1。</translation>
    </message>
    <message>
        <source>%1 was reversed; nothing was paid.</source>
        <translation>%1 已撤销，未扣款。</translation>
    </message>
    <message>
        <source>Ask for a fresh code, or choose another way to pay.</source>
        <translation>请顾客刷新付款码，或选择其他付款方式。</translation>
    </message>
    <message>
        <source>%1 was refused; nothing was paid.</source>
        <translation>%1 被拒绝，未扣款。</translation>
    </message>
    <message>
        <source>Nobody can say yet whether %1 was paid.</source>
        <translation>%1 是否已支付尚不清楚。</translation>
    </message>
    <message>
        <source>Ask again, reverse it, or set the bill aside. Do not take the money twice.</source>
        <translation>请再次查询、撤销或搁置账单。切勿重复收款。</translation>
    </message>
    <message>
        <source>%1 was paid.</source>
        <translation>%1 已支付。</translation>
    </message>
    <message>
        <source>%1 is back with the customer.</source>
        <translation>%1 已退还顾客。</translation>
    </message>
    <message>
        <source>%1 is settled: nothing was paid.</source>
        <translation>%1 已结清：未扣款。</translation>
    </message>
    <message>
        <source>The bill waits among the open payments.</source>
        <translation>账单已搁置在待结付款中。</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) by code are not settled.</source>
        <translation>
            <numerusform>%n 笔扫码付款尚未结清。</numerusform>
        </translation>
    </message>
    <message>
        <source>Topped up and saved. Slip %1</source>
        <translation>已充值并保存。单号 %1</translation>
    </message>
    <message>
        <source>Closed and saved; pay the principal out. Slip %1</source>
        <translation>已退卡并保存，请付出本金。单号 %1</translation>
    </message>
    <message>
        <source>%1: one use, %2 left.</source>
        <translation>%1：使用一次，剩余 %2 次。</translation>
    </message>
    <message>
        <source>Training begins and ends between two customers.</source>
        <translation>练习只能在两位顾客之间开始或结束。</translation>
    </message>
    <message>
        <source>Take payment for the bill, hold it, or empty it first.</source>
        <translation>请先结账、挂单或清空当前单据。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Your PIN is changed.</source>
        <translation>密码已更改。</translation>
    </message>
    <message>
        <source>The card signs %1 in from now on.</source>
        <translation>此卡今后可用于 %1 登录。</translation>
    </message>
    <message>
        <source>%1 has no badge any more.</source>
        <translation>%1 的员工卡已取消。</translation>
    </message>
    <message>
        <source>Nobody else here may manage staff.</source>
        <translation>本店没有其他人可以管理员工。</translation>
    </message>
    <message>
        <source>Make somebody else a manager first.</source>
        <translation>请先将他人设为店长。</translation>
    </message>
    <message>
        <source>A staff code has letters and digits, 16 at most.</source>
        <translation>工号由字母和数字组成，最多 16 位。</translation>
    </message>
    <message>
        <source>Type another code, for example 1002.</source>
        <translation>请输入其他工号，例如 1002。</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>还没有填写姓名。</translation>
    </message>
    <message>
        <source>Type it as it should stand on slips.</source>
        <translation>请输入单据上显示的姓名。</translation>
    </message>
    <message>
        <source>Somebody has this staff code already.</source>
        <translation>此工号已有人使用。</translation>
    </message>
    <message>
        <source>Type another code, or change that person.</source>
        <translation>请换一个工号，或更改该员工。</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation>密码为 4 至 12 位数字。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>请重新输入。</translation>
    </message>
    <message>
        <source>The next card becomes the badge of %1.</source>
        <translation>下一张卡将成为 %1 的员工卡。</translation>
    </message>
    <message>
        <source>Lay the card on the reader, or leave the page.</source>
        <translation>请把卡放到读卡器上，或离开此页。</translation>
    </message>
    <message>
        <source>Two cards with this number are in use: one is a copy.</source>
        <translation>有两张卡在用同一卡号：其中一张是复制卡。</translation>
    </message>
    <message>
        <source>The card stands before its last visit: it may be a copy.</source>
        <translation>卡内记录比上次到店时更早：可能是复制卡。</translation>
    </message>
    <message>
        <source>Ask for a PIN or papers, and replace the card at the member desk.</source>
        <translation>请核对密码或证件，并在会员服务台换卡。</translation>
    </message>
    <message>
        <source>This is another card; it was left as it is.</source>
        <translation>这是另一张卡，未作任何改动。</translation>
    </message>
    <message>
        <source>Put back the card %1, which is half written.</source>
        <translation>请放回只写了一半的卡 %1。</translation>
    </message>
    <message>
        <source>This is neither an NTAG 424 DNA nor a DESFire.</source>
        <translation>这不是 NTAG 424 DNA 或 DESFire 卡。</translation>
    </message>
    <message>
        <source>Take another blank card.</source>
        <translation>请换一张空白卡。</translation>
    </message>
    <message>
        <source>The shop&apos;s key file lacks what this card needs: %1</source>
        <translation>本店密钥文件缺少这种卡所需的内容：%1</translation>
    </message>
    <message>
        <source>Lay down the other kind of card, or call support.</source>
        <translation>请换另一种卡，或联系技术支持。</translation>
    </message>
    <message>
        <source>The card %1 is not finished and counts as nobody&apos;s.</source>
        <translation>卡 %1 没有写完，不属于任何会员。</translation>
    </message>
    <message>
        <source>Write it again: it goes on where it stopped.</source>
        <translation>请再次写卡：会从中断处继续。</translation>
    </message>
    <message>
        <source>The card %1 is another shop&apos;s or not in order.</source>
        <translation>卡 %1 是别家的卡，或不正常。</translation>
    </message>
    <message>
        <source>Do not give it out; take another blank card.</source>
        <translation>不要发出这张卡；请换一张空白卡。</translation>
    </message>
    <message>
        <source>The slip of shift %1 goes to the printer.</source>
        <translation>第 %1 班的小票已送打印机。</translation>
    </message>
    <message>
        <source>Allowed.</source>
        <translation>已允许。</translation>
    </message>
    <message>
        <source>There are too few points on the card; nothing was taken.</source>
        <translation>卡内积分不足，未扣除。</translation>
    </message>
    <message>
        <source>Tap it again to see what it holds, or choose another way to pay.</source>
        <translation>请再刷一次查看余额，或改用其他付款方式。</translation>
    </message>
    <message>
        <source>The card stands before a payment that it made: it is a copy. Nothing was taken.</source>
        <translation>卡内记录早于它已付过的一笔：这是复制卡。未扣除。</translation>
    </message>
    <message>
        <source>Keep it, and call a manager.</source>
        <translation>请留下此卡并叫经理。</translation>
    </message>
    <message>
        <source>There is no room on the card for what it is owed.</source>
        <translation>卡内容量不足，无法退回积分。</translation>
    </message>
    <message>
        <source>Spend points from it first, then lay it down again.</source>
        <translation>请先用掉部分积分，再放卡。</translation>
    </message>
    <message>
        <source>This till has no key to give points back to a card.</source>
        <translation>本机没有向卡退回积分的密钥。</translation>
    </message>
    <message>
        <source>Lay the card down at a till that has it, or call a manager.</source>
        <translation>请到有密钥的收银机放卡，或叫经理。</translation>
    </message>
    <message>
        <source>Nothing was taken from the card.</source>
        <translation>未从卡内扣除。</translation>
    </message>
    <message>
        <source>Try again with the card on the reader, or choose another way to pay.</source>
        <translation>请把卡放在读卡器上重试，或改用其他付款方式。</translation>
    </message>
    <message>
        <source>The card is owed what %1 was taken for.</source>
        <translation>应向卡退回 %1 对应的积分。</translation>
    </message>
    <message>
        <source>Lay it on the reader again; what was taken goes back at once.</source>
        <translation>请再把卡放在读卡器上；已扣的会立即退回。</translation>
    </message>
    <message>
        <source>Nobody can say yet whether the card paid %1.</source>
        <translation>尚不能确定卡是否已付 %1。</translation>
    </message>
    <message>
        <source>Lay the same card on the reader again; do not take the money twice.</source>
        <translation>请把同一张卡再放回读卡器；切勿重复收款。</translation>
    </message>
    <message>
        <source>There is no such task.</source>
        <translation>没有这项任务。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>This task is not in a state for it.</source>
        <translation>任务当前状态不能这样处理。</translation>
    </message>
    <message>
        <source>Look at its state; what is closed stays closed.</source>
        <translation>请查看状态；已结束的不能再改。</translation>
    </message>
    <message>
        <source>This step is closed once all of it was done.</source>
        <translation>此步骤要全部做完才能结束。</translation>
    </message>
    <message>
        <source>Go through its list, and say that all was done.</source>
        <translation>逐项核对，并确认全部已做。</translation>
    </message>
    <message>
        <source>A survey needs its score.</source>
        <translation>满意度调查需要评分。</translation>
    </message>
    <message>
        <source>Choose one from 1 to 5.</source>
        <translation>请选 1 到 5 分。</translation>
    </message>
    <message>
        <source>The care plan has no such template.</source>
        <translation>服务计划中没有这个模板。</translation>
    </message>
    <message>
        <source>Put a care plan into the store with: kahuictl tasks template set</source>
        <translation>请先导入服务计划：kahuictl tasks template set</translation>
    </message>
    <message>
        <source>The care plan has no such benefit.</source>
        <translation>服务计划中没有这项权益。</translation>
    </message>
    <message>
        <source>The benefit is used up for this time.</source>
        <translation>本期权益已用完。</translation>
    </message>
    <message>
        <source>Type less, or tell the member when it begins anew.</source>
        <translation>请减少数量，或告知会员下期开始时间。</translation>
    </message>
    <message>
        <source>This benefit is not for holidays.</source>
        <translation>此权益节假日不可用。</translation>
    </message>
    <message>
        <source>Offer another day.</source>
        <translation>请改约其他日期。</translation>
    </message>
    <message>
        <source>The member&apos;s tier does not have this benefit.</source>
        <translation>该会员等级没有这项权益。</translation>
    </message>
    <message>
        <source>Nobody of this selection is left for it.</source>
        <translation>所选会员中没有可处理的人。</translation>
    </message>
    <message>
        <source>All had it before, did not agree, or are not active.</source>
        <translation>他们已得到过、未同意联系，或不是有效会员。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) passed over.</source>
        <translation>
            <numerusform>跳过 %n 人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) added.</source>
        <translation>
            <numerusform>已添加 %n 项任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>The task is done.</source>
        <translation>任务已完成。</translation>
    </message>
    <message>
        <source>The task has a new date.</source>
        <translation>任务已改期。</translation>
    </message>
    <message>
        <source>Agreed with the member.</source>
        <translation>已与会员商定。</translation>
    </message>
    <message>
        <source>Arranged.</source>
        <translation>已安排。</translation>
    </message>
    <message>
        <source>The score is saved.</source>
        <translation>评分已保存。</translation>
    </message>
    <message>
        <source>The task is cancelled.</source>
        <translation>任务已取消。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are dated.</source>
        <translation>
            <numerusform>已排定 %n 项任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noted; %n left in this time.</source>
        <translation>
            <numerusform>已登记；本期还剩 %n。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coupon(s) issued.</source>
        <translation>
            <numerusform>已发券 %n 张。</numerusform>
        </translation>
    </message>
    <message>
        <source>The target is saved.</source>
        <translation>目标已保存。</translation>
    </message>
    <message>
        <source>The care plan is saved.</source>
        <translation>服务计划已保存。</translation>
    </message>
    <message>
        <source>Headquarters has not so many points of the member free.</source>
        <translation>总部可用积分不足。</translation>
    </message>
    <message>
        <source>Pay with fewer points; the rest is placed with other stores or not posted yet.</source>
        <translation>请少用一些积分；其余的已分配给其他门店或尚未入账。</translation>
    </message>
    <message>
        <source>More points were spent than the member had.</source>
        <translation>该会员的积分已超用。</translation>
    </message>
    <message>
        <source>Take another means of payment; new points make up for it.</source>
        <translation>请改用其他方式付款；之后获得的积分会先抵补。</translation>
    </message>
    <message>
        <source>This till was restored and headquarters has not seen it since.</source>
        <translation>本机由备份恢复，总部尚未确认。</translation>
    </message>
    <message>
        <source>Sell and give points; points are paid with again when the line is back.</source>
        <translation>可照常销售和积分；联网后才能再用积分付款。</translation>
    </message>
    <message>
        <source>Not known at this till, and headquarters does not answer.</source>
        <translation>本机查无此会员，总部也没有应答。</translation>
    </message>
    <message>
        <source>Go on without the member and keep the receipt: its points can be claimed later.</source>
        <translation>先按非会员结账并保留小票，积分可以之后补登。</translation>
    </message>
    <message>
        <source>Saved; it holds from now on.</source>
        <translation>已保存，立即生效。</translation>
    </message>
    <message>
        <source>Finish its bill, or reverse it (F10 O).</source>
        <translation>完成该单，或撤销这笔付款（F10 O）。</translation>
    </message>
    <message>
        <source>Ask about it there: F10, then O.</source>
        <translation>到那里查询：按 F10 再按 O。</translation>
    </message>
    <message>
        <source>Look at them before the customers leave: F10, then O.</source>
        <translation>趁顾客未走先查看：按 F10 再按 O。</translation>
    </message>
    <message>
        <source>The rules of this store come from headquarters.</source>
        <translation>本店规则由总部下发。</translation>
    </message>
    <message>
        <source>Ask headquarters to change them; they come by themselves.</source>
        <translation>请总部修改，改好后会自动下发。</translation>
    </message>
    <message>
        <source>This card has no points on it that could pay.</source>
        <translation>此卡上没有可用于付款的积分。</translation>
    </message>
    <message>
        <source>Tap the member&apos;s chip card again, or choose another way to pay.</source>
        <translation>请会员再刷一次芯片卡，或换一种付款方式。</translation>
    </message>
    <message>
        <source>Member %1 has many bills today: ask whether the card is the customer&apos;s own.</source>
        <translation>会员 %1 今天已有多单，请确认是否本人的卡。</translation>
    </message>
    <message>
        <source>The member&apos;s card has not shown itself here.</source>
        <translation>此处尚未读到该会员的卡。</translation>
    </message>
    <message>
        <source>Lay it on the reader, then put the points onto it.</source>
        <translation>请先把卡放在读卡器上，再转入积分。</translation>
    </message>
    <message>
        <source>So many points have no room on the card.</source>
        <translation>卡内放不下这么多积分。</translation>
    </message>
    <message>
        <source>Type fewer; what it holds and the new ones count together.</source>
        <translation>请输入较少的数；卡内已有的和新转入的合计计算。</translation>
    </message>
    <message>
        <source>Points onto the card are settled: card and account agree.</source>
        <translation>转入卡内的积分已核清：卡与账户一致。</translation>
    </message>
    <message>
        <source>The card holds fewer points than it has to give back; they stay owed.</source>
        <translation>卡内积分少于应退回的数额；仍记为应退。</translation>
    </message>
    <message>
        <source>Lay it down again when it holds more, or call a manager.</source>
        <translation>卡内积分足够时再放卡，或请店长处理。</translation>
    </message>
    <message>
        <source>Points worth %1 are in the account again.</source>
        <translation>价值 %1 的积分已退回账户。</translation>
    </message>
    <message>
        <source>If the card got them, they are taken off it when it lies on the reader again.</source>
        <translation>如果卡已收到这些积分，再次放卡时会从卡内扣除。</translation>
    </message>
    <message>
        <source>%1 points are on the card %2 now.</source>
        <translation>%1 分已转入卡 %2。</translation>
    </message>
    <message>
        <source>Nobody can say yet whether the card %2 got %1 points.</source>
        <translation>尚不能确定卡 %2 是否收到 %1 分。</translation>
    </message>
    <message>
        <source>Lay the same card on the reader again; then it is known. Until then they are neither spent nor lost.</source>
        <translation>请把同一张卡再放回读卡器即可确定；在此之前积分不会丢失，也不会重复。</translation>
    </message>
    <message>
        <source>There is no room on the card for %1 points; the account has them again.</source>
        <translation>卡内放不下 %1 分；已退回账户。</translation>
    </message>
    <message>
        <source>Put fewer onto it.</source>
        <translation>请转入较少的积分。</translation>
    </message>
    <message>
        <source>The card stands before a payment that it made: it is a copy. The account has its points again.</source>
        <translation>卡内记录早于它已付过的一笔：这是复制卡。积分已退回账户。</translation>
    </message>
    <message>
        <source>The card did not get %1 points; the account has them again.</source>
        <translation>%1 分未转入卡内；已退回账户。</translation>
    </message>
    <message>
        <source>Try again with the card on the reader.</source>
        <translation>请把卡放在读卡器上重试。</translation>
    </message>
    <message>
        <source>The points on the card are too few for this.</source>
        <translation>卡上积分不足以支付。</translation>
    </message>
    <message>
        <source>Take a part with Shift+F12 first, or choose another way to pay.</source>
        <translation>请先按 Shift+F12 拆分付款，或换一种付款方式。</translation>
    </message>
    <message>
        <source>This is no receipt&apos;s code that is known here.</source>
        <translation>这不是这里认得的小票补登码。</translation>
    </message>
    <message>
        <source>Type all of its digits. Without headquarters it is claimed where it was bought.</source>
        <translation>请输入全部数字。未接入总部时，请到购物的收银机补登。</translation>
    </message>
    <message>
        <source>Headquarters does not know this receipt.</source>
        <translation>总部没有这张小票。</translation>
    </message>
    <message>
        <source>Look at each digit. If they are right, its till has not sent the bill yet, or the days for claiming are over: try again in an hour.</source>
        <translation>请逐位核对。若无误，可能那台收银机尚未上传，或已过补登期限：请一小时后再试。</translation>
    </message>
    <message>
        <source>This receipt is another till&apos;s: headquarters must be asked.</source>
        <translation>这张小票是其他收银机的，须先询问总部。</translation>
    </message>
    <message>
        <source>Try again when the line is back, or send the member to the till that sold.</source>
        <translation>请待网络恢复后再试，或请会员到购物的收银机补登。</translation>
    </message>
    <message>
        <source>Headquarters cannot be asked for this bill now.</source>
        <translation>现在无法向总部询问这张挂单。</translation>
    </message>
    <message>
        <source>Take it up at its own till, or try again when the line is back.</source>
        <translation>请到挂单的收银机取单，或待网络恢复后再试。</translation>
    </message>
    <message>
        <source>This bill is not held any more.</source>
        <translation>这张挂单已不在了。</translation>
    </message>
    <message>
        <source>Its own till or another one has it; press F8 to see the others.</source>
        <translation>已由原收银机或其他收银机取走；按 F8 查看其余挂单。</translation>
    </message>
    <message>
        <source>This bill was taken over here before.</source>
        <translation>这张挂单已在本机接过。</translation>
    </message>
    <message>
        <source>Press F8: it is among this till&apos;s bills, or it was taken up already.</source>
        <translation>请按 F8：它在本机挂单中，或已取单。</translation>
    </message>
    <message>
        <source>The bill is still here: try again. If it repeats, the disk is read-only or broken: call support, and sell at another till.</source>
        <translation>单据还在，请再试一次。若仍不行，磁盘已变为只读或损坏：请联系技术支持，并改用其他收银机。</translation>
    </message>
    <message>
        <source>There is no such event.</source>
        <translation>没有这个活动。</translation>
    </message>
    <message>
        <source>This event was called off.</source>
        <translation>这个活动已取消。</translation>
    </message>
    <message>
        <source>Plan a new one.</source>
        <translation>请新建一个活动。</translation>
    </message>
    <message>
        <source>No seat is free any more.</source>
        <translation>已无空座。</translation>
    </message>
    <message>
        <source>Wait until somebody does not come, or plan more seats.</source>
        <translation>等有人不来，或增加座位。</translation>
    </message>
    <message>
        <source>This member is not on the list of guests.</source>
        <translation>此会员不在名单上。</translation>
    </message>
    <message>
        <source>Give the member a seat first, with B.</source>
        <translation>请先按 B 为会员留座。</translation>
    </message>
    <message>
        <source>This member is here already.</source>
        <translation>此会员已经到场。</translation>
    </message>
    <message>
        <source>Ask whose card it is, if somebody else shows it.</source>
        <translation>若是别人出示，请问清是谁的卡。</translation>
    </message>
    <message>
        <source>Interests are kept only with the member&apos;s consent.</source>
        <translation>须经会员同意才能记录喜好。</translation>
    </message>
    <message>
        <source>Ask the member, and note the consent first.</source>
        <translation>请先询问会员并登记同意。</translation>
    </message>
    <message>
        <source>The care plan has no such tag.</source>
        <translation>关怀计划里没有这个标签。</translation>
    </message>
    <message>
        <source>Somebody has named this friend already.</source>
        <translation>已有会员推荐过这位朋友。</translation>
    </message>
    <message>
        <source>The first who named a friend is the referrer.</source>
        <translation>先登记的会员为推荐人。</translation>
    </message>
    <message>
        <source>This draw was held already.</source>
        <translation>这次抽奖已经开奖。</translation>
    </message>
    <message>
        <source>Its winner stands in the list.</source>
        <translation>中奖会员见列表。</translation>
    </message>
    <message>
        <source>Nobody has a chance in this draw yet.</source>
        <translation>还没有人参加这次抽奖。</translation>
    </message>
    <message>
        <source>Give members their chances first.</source>
        <translation>请先为会员登记抽奖机会。</translation>
    </message>
    <message>
        <source>This benefit is for another day.</source>
        <translation>今天不能使用这项权益。</translation>
    </message>
    <message>
        <source>None of it is left.</source>
        <translation>已经发完。</translation>
    </message>
    <message>
        <source>Tell the member; more of it is set in the care plan.</source>
        <translation>请告知会员；数量在关怀计划里增加。</translation>
    </message>
    <message>
        <source>The member has too few points for this draw.</source>
        <translation>会员积分不够参加这次抽奖。</translation>
    </message>
    <message>
        <source>Tell the member how many it takes.</source>
        <translation>请告知会员需要多少积分。</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) free.</source>
        <translation>
            <numerusform>余 %n 座。</numerusform>
        </translation>
    </message>
    <message>
        <source>The event is saved.</source>
        <translation>活动已保存。</translation>
    </message>
    <message>
        <source>The event is called off.</source>
        <translation>活动已取消。</translation>
    </message>
    <message numerus="yes">
        <source>Tell the %n member(s) on its list.</source>
        <translation>
            <numerusform>请通知名单上的 %n 位会员。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) are on the list.</source>
        <translation>
            <numerusform>%n 位会员已列入名单。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has a seat.</source>
        <translation>已为 %1 留座。</translation>
    </message>
    <message>
        <source>%1 does not come.</source>
        <translation>%1 不来。</translation>
    </message>
    <message>
        <source>%1 is present.</source>
        <translation>%1 已到场。</translation>
    </message>
    <message>
        <source>The consent is noted.</source>
        <translation>已登记是否同意。</translation>
    </message>
    <message>
        <source>The interests are saved.</source>
        <translation>喜好已保存。</translation>
    </message>
    <message>
        <source>The day is saved.</source>
        <translation>日子已保存。</translation>
    </message>
    <message>
        <source>The friend is noted until %1.</source>
        <translation>已登记这位朋友，有效至 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Won by %1, of %n chance(s).</source>
        <translation>
            <numerusform>中奖：%1，共 %n 次机会。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 points for coming in today.</source>
        <translation>%1：今日签到得 %2 积分。</translation>
    </message>
    <message>
        <source>Only drafts can be deleted; nothing was.</source>
        <translation>只能删除草稿，本次没有删除任何内容。</translation>
    </message>
    <message>
        <source>Leave out what has begun; cancel it or close it instead.</source>
        <translation>去掉已经开始的，改为取消或办结。</translation>
    </message>
    <message>
        <source>There is no such campaign.</source>
        <translation>没有这个活动。</translation>
    </message>
    <message>
        <source>This member has no telephone number.</source>
        <translation>该会员没有手机号。</translation>
    </message>
    <message>
        <source>Enter the number at the member desk first.</source>
        <translation>请先在会员服务台录入手机号。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>The campaign is saved.</source>
        <translation>活动已保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 个活动。</numerusform>
        </translation>
    </message>
    <message>
        <source>What the call showed is noted.</source>
        <translation>电话核对结果已记录。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock stands before the last sale: no day can begin.</source>
        <translation>本机时钟早于最后一笔业务，不能开班。</translation>
    </message>
    <message>
        <source>Set the clock right in the system&apos;s settings. If it is right, a manager signs in now.</source>
        <translation>请在系统设置中校准时间；若时间无误，请店长现在登录确认。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is far ahead of the last sale: no day can begin.</source>
        <translation>本机时钟远晚于最后一笔业务，不能开班。</translation>
    </message>
    <message>
        <source>This is sold to a member in the month of the birthday only.</source>
        <translation>此商品为生日限定，只售予当月生日的会员。</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card, or take the item off with F6; a missing birthday is written down at the member desk.</source>
        <translation>请刷会员卡，或按 F6 去掉商品；缺生日的可在会员服务台补登。</translation>
    </message>
    <message>
        <source>This is sold to members first; guests wait some days.</source>
        <translation>此商品会员先享，非会员过几天才能购买。</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card or let the guest join, or take the item off with F6.</source>
        <translation>请刷会员卡或请顾客入会，或按 F6 去掉商品。</translation>
    </message>
    <message>
        <source>This is not on sale yet.</source>
        <translation>此商品尚未开售。</translation>
    </message>
    <message>
        <source>Keep it back, and take the item off with F6.</source>
        <translation>请留下商品，按 F6 去掉。</translation>
    </message>
    <message>
        <source>A membership fee is sold to a member.</source>
        <translation>会费只能向会员收取。</translation>
    </message>
    <message>
        <source>Tap the card or let the guest join first, then take the fee.</source>
        <translation>请先刷卡或请顾客入会，再收会费。</translation>
    </message>
    <message>
        <source>This shop&apos;s rules say nothing of deliveries.</source>
        <translation>本店规则没有送货费。</translation>
    </message>
    <message>
        <source>A manager sets the fee in the rules; until then goods are taken along.</source>
        <translation>请店长在规则中设置送货费；此前商品由顾客自提。</translation>
    </message>
    <message>
        <source>The goods are taken along; no fee.</source>
        <translation>商品自提，不收送货费。</translation>
    </message>
    <message>
        <source>The goods are delivered free of charge.</source>
        <translation>免费送货。</translation>
    </message>
    <message>
        <source>The goods are delivered; the fee is %1.</source>
        <translation>送货，送货费 %1。</translation>
    </message>
    <message>
        <source>The member agreed to the new terms.</source>
        <translation>会员已同意新版条款。</translation>
    </message>
    <message>
        <source>There is no application to judge.</source>
        <translation>没有待审批的入会申请。</translation>
    </message>
    <message>
        <source>The line under the name says what the member is.</source>
        <translation>姓名下面一行写着会员状态。</translation>
    </message>
    <message>
        <source>The application is not approved.</source>
        <translation>入会申请尚未批准。</translation>
    </message>
    <message>
        <source>Approve or refuse it first.</source>
        <translation>请先批准或拒绝。</translation>
    </message>
    <message>
        <source>The rules have no such group.</source>
        <translation>规则里没有这个团体。</translation>
    </message>
    <message>
        <source>Type a code of the list.</source>
        <translation>请输入列表里的代码。</translation>
    </message>
    <message>
        <source>The days of this group are over.</source>
        <translation>这个团体已过有效期。</translation>
    </message>
    <message>
        <source>Headquarters can publish new ones.</source>
        <translation>总部可以发布新的有效期。</translation>
    </message>
    <message>
        <source>A group needs a proof.</source>
        <translation>加入团体需要证明。</translation>
    </message>
    <message>
        <source>Write what was shown: a student card, a staff card.</source>
        <translation>请写明出示了什么：学生证、工作证等。</translation>
    </message>
    <message>
        <source>Approved: the member has the benefits from now on.</source>
        <translation>已批准，从现在起享受会员权益。</translation>
    </message>
    <message>
        <source>Refused; the reason is kept.</source>
        <translation>已拒绝，原因已记录。</translation>
    </message>
    <message>
        <source>The group is saved.</source>
        <translation>团体已保存。</translation>
    </message>
    <message>
        <source>%1 waits for approval; until then it is sold without a member.</source>
        <translation>%1 待审批，批准前按非会员收银。</translation>
    </message>
    <message>
        <source>This application is not approved yet.</source>
        <translation>这份入会申请尚未批准。</translation>
    </message>
    <message>
        <source>Sell without it. A manager can approve it at the member desk.</source>
        <translation>请按非会员收银。店长可在会员服务台批准。</translation>
    </message>
    <message>
        <source>This application was refused.</source>
        <translation>这份入会申请已被拒绝。</translation>
    </message>
    <message>
        <source>Sell without it. The member desk shows the reason; a manager may still approve.</source>
        <translation>请按非会员收银。会员服务台显示原因，店长仍可批准。</translation>
    </message>
    <message>
        <source>This application was refused: %1</source>
        <translation>这份入会申请已被拒绝：%1</translation>
    </message>
    <message>
        <source>Only members comment.</source>
        <translation>只有会员可以留言。</translation>
    </message>
    <message>
        <source>Offer to join at the member desk, or note it as a task.</source>
        <translation>可在会员台邀请入会，或记为任务。</translation>
    </message>
    <message>
        <source>Members cannot comment on this.</source>
        <translation>这一条不开放会员留言。</translation>
    </message>
    <message>
        <source>A manager opens it to members; feedback is its own member&apos;s.</source>
        <translation>由店长开放；反馈只有本人可以留言。</translation>
    </message>
    <message>
        <source>Your role may not comment here.</source>
        <translation>您的角色不能在这里留言。</translation>
    </message>
    <message>
        <source>Ask a leader or a manager to write it.</source>
        <translation>请组长或店长来写。</translation>
    </message>
    <message>
        <source>This comment is answered already.</source>
        <translation>这条留言已经回复。</translation>
    </message>
    <message>
        <source>Read the answer below it; add a comment if more is to be said.</source>
        <translation>请看下面的回复；还要补充就再写一条留言。</translation>
    </message>
    <message>
        <source>There is no such comment of a member.</source>
        <translation>没有这条会员留言。</translation>
    </message>
    <message>
        <source>Choose one that waits for an answer.</source>
        <translation>请选一条待回复的留言。</translation>
    </message>
    <message>
        <source>This announcement does not hold any more.</source>
        <translation>这条公告已经过期。</translation>
    </message>
    <message>
        <source>The comment is saved.</source>
        <translation>留言已保存。</translation>
    </message>
    <message>
        <source>The comment is answered.</source>
        <translation>留言已回复。</translation>
    </message>
    <message>
        <source>Who may comment is saved.</source>
        <translation>留言权限已保存。</translation>
    </message>
    <message>
        <source>Another till asked for the points of this receipt and has not reported since.</source>
        <translation>另一台收银机已申请补登这张小票的积分，之后还没有回报。</translation>
    </message>
    <message>
        <source>Try again in a few minutes; if that till stays away, the receipt is free on %1.</source>
        <translation>请过几分钟再试；如果那台收银机一直不上线，最迟到 %1 可以补登。</translation>
    </message>
    <message>
        <source>This tier is not to be had for points.</source>
        <translation>该等级不能用积分兑换。</translation>
    </message>
    <message>
        <source>Tell the member what lifts to it instead.</source>
        <translation>请告诉会员如何升到该等级。</translation>
    </message>
    <message>
        <source>The member has this tier or a higher one.</source>
        <translation>会员已是该等级或更高等级。</translation>
    </message>
    <message>
        <source>Nothing was taken; choose a higher tier.</source>
        <translation>未扣积分；请选择更高的等级。</translation>
    </message>
    <message>
        <source>This receipt does not count for joining.</source>
        <translation>这张小票不能用来入会。</translation>
    </message>
    <message>
        <source>It must be a guest&apos;s bill of today that is whole and not claimed yet.</source>
        <translation>须是今天的非会员小票，未退货，也未补登积分。</translation>
    </message>
    <message>
        <source>Who joins buys for more on the day: %1 is missing.</source>
        <translation>入会当日消费还差 %1。</translation>
    </message>
    <message>
        <source>Put the goods on the bill first, or type the code of a guest&apos;s receipt of today.</source>
        <translation>请先扫入商品，或输入今天非会员小票上的码。</translation>
    </message>
    <message>
        <source>The tier is raised for %1 points.</source>
        <translation>已用 %1 分升级。</translation>
    </message>
    <message>
        <source>The card&apos;s state: %1. The change of card brings %2 points.</source>
        <translation>卡的状态：%1。换卡奖励 %2 分。</translation>
    </message>
    <message>
        <source>This coupon is for %1 only.</source>
        <translation>此券仅限%1使用。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between tiers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Member %1 has %2 left on the card: a top-up is Alt+T.</source>
        <translation>会员 %1 卡内剩余 %2：如需充值，按 Alt+T。</translation>
    </message>
    <message>
        <source>Goods for points are for members.</source>
        <translation>积分换购只限会员。</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card or find the member with F2, then take it again.</source>
        <translation>请刷会员卡，或按 F2 查找会员，再重新选择。</translation>
    </message>
    <message>
        <source>This costs money beside the points.</source>
        <translation>此商品除积分外还需付款。</translation>
    </message>
    <message>
        <source>Put it on the member&apos;s bill with Alt+X.</source>
        <translation>请按 Alt+X 加入会员账单。</translation>
    </message>
    <message>
        <source>The card costs a fee, and another member&apos;s bill is open.</source>
        <translation>会员卡需收工本费，而另一位会员的账单尚未结账。</translation>
    </message>
    <message>
        <source>Finish that bill or hold it with F7, then give the card.</source>
        <translation>请先结账，或按 F7 挂单，再发卡。</translation>
    </message>
    <message>
        <source>Goods for points were taken off: the member&apos;s points do not reach.</source>
        <translation>换购商品已移出账单：会员积分不足。</translation>
    </message>
    <message>
        <source>Keep them here, or sell them at their price.</source>
        <translation>请留下商品，或按原价销售。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The card is given; cards are free today.</source>
        <translation>会员卡已发放；今天免收工本费。</translation>
    </message>
    <message>
        <source>The card is given; its fee of %1 is on the bill.</source>
        <translation>会员卡已发放；工本费 %1 已加入账单。</translation>
    </message>
    <message>
        <source>The member types it where points (Alt+P, Alt+X) or stored value are paid, or pays less with them.</source>
        <translation>请会员在积分付款（Alt+P、Alt+X）或储值付款处输入密码，或少付一些。</translation>
    </message>
    <message>
        <source>This was published to the staff alone.</source>
        <translation>这一条只发布给店员。</translation>
    </message>
    <message>
        <source>Publish it to members first, then open it.</source>
        <translation>请先发布给会员，再开放留言。</translation>
    </message>
    <message>
        <source>It is given on the birthday, in its month, or on the day of joining.</source>
        <translation>该权益在生日当天、生日当月或入会日发放。</translation>
    </message>
    <message>
        <source>This is no tax number.</source>
        <translation>税号有误。</translation>
    </message>
    <message>
        <source>Read it again from the business licence: 18 letters and digits, or the older 15.</source>
        <translation>请按营业执照重新录入：18 位统一社会信用代码，或旧的 15 位税号。</translation>
    </message>
    <message>
        <source>Only a company has a tax number and a contact.</source>
        <translation>只有单位会员才有税号和联系人。</translation>
    </message>
    <message>
        <source>Mark the member as a company, or leave them empty.</source>
        <translation>请勾选单位会员，或将其留空。</translation>
    </message>
    <message>
        <source>The last day of the tier lies in the past.</source>
        <translation>等级的截止日期已过。</translation>
    </message>
    <message>
        <source>Type a day from today on, or none.</source>
        <translation>请输入今天或以后的日期，或不填。</translation>
    </message>
    <message>
        <source>The member has no tier by hand.</source>
        <translation>该会员没有手工等级。</translation>
    </message>
    <message>
        <source>The rules decide the tier already.</source>
        <translation>等级已由规则决定。</translation>
    </message>
    <message>
        <source>Somebody joined by this receipt already.</source>
        <translation>已有人用这张小票入会。</translation>
    </message>
    <message>
        <source>Take another receipt of today, or put goods on the bill first.</source>
        <translation>请用今天的另一张小票，或先将商品录入本单。</translation>
    </message>
    <message>
        <source>The tier is given; it works from the next bill.</source>
        <translation>等级已给予，下一单生效。</translation>
    </message>
    <message>
        <source>Ended: the rules decide the tier again.</source>
        <translation>已结束，等级恢复由规则决定。</translation>
    </message>
    <message>
        <source>The rules have no such tier.</source>
        <translation>规则中没有该等级。</translation>
    </message>
    <message>
        <source>Type tiers by their codes, for example GLD, or leave the field empty.</source>
        <translation>请按代码填写等级，例如 GLD，或将其留空。</translation>
    </message>
    <message>
        <source>No fee is due for this card.</source>
        <translation>此卡不收工本费。</translation>
    </message>
    <message>
        <source>Give the money back, and give the card without payment.</source>
        <translation>请退还钱款，直接发卡，不收费。</translation>
    </message>
</context>
<context>
    <name>PlanItems</name>
    <message>
        <source>Tags of interests</source>
        <translation>兴趣标签</translation>
    </message>
    <message>
        <source>Benefits and samples</source>
        <translation>权益与试用装</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽奖</translation>
    </message>
    <message>
        <source>Rules of customer care</source>
        <translation>客户关怀规则</translation>
    </message>
    <message>
        <source>stock %1</source>
        <translation>库存 %1</translation>
    </message>
    <message>
        <source>Follow-up of a bill from</source>
        <translation>回访的单笔金额，起</translation>
    </message>
    <message>
        <source>a task for the member&apos;s bill; empty: none</source>
        <translation>会员单达到即建任务；留空：不回访</translation>
    </message>
    <message>
        <source>Follow-up after</source>
        <translation>回访时间</translation>
    </message>
    <message>
        <source>days from the bill</source>
        <translation>消费后几天</translation>
    </message>
    <message>
        <source>High-value members</source>
        <translation>高价值会员</translation>
    </message>
    <message>
        <source>per cent of buyers, who spend most</source>
        <translation>消费居前的百分比</translation>
    </message>
    <message>
        <source>A named friend joins within</source>
        <translation>被推荐的朋友入会期限</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Often and little: bills from</source>
        <translation>常来小额：单数，起</translation>
    </message>
    <message>
        <source>in twelve months</source>
        <translation>十二个月内</translation>
    </message>
    <message>
        <source>Often and little: spent below</source>
        <translation>常来小额：消费低于</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>Name of the benefit</source>
        <translation>权益名称</translation>
    </message>
    <message>
        <source>Unit: cups, hours, pieces</source>
        <translation>单位：杯、小时、份</translation>
    </message>
    <message>
        <source>How often: 4m, 1y, 1 or 1/30</source>
        <translation>次数：4m 每月，1y 每年，1 一次，1/30 每 30 天</translation>
    </message>
    <message>
        <source>Stock for all; empty: no end</source>
        <translation>总库存；空不限</translation>
    </message>
    <message>
        <source>Tiers: GLD PLT; empty: all</source>
        <translation>等级：GLD PLT；空不限</translation>
    </message>
    <message>
        <source>Name of the draw</source>
        <translation>抽奖名称</translation>
    </message>
    <message>
        <source>Prize in yuan</source>
        <translation>奖品价值（元）</translation>
    </message>
    <message>
        <source>Chances by tier: SLV 1, GLD 3</source>
        <translation>各等级次数：SLV 1, GLD 3</translation>
    </message>
    <message>
        <source>How often: 1m, 1y or 1</source>
        <translation>周期：1m 每月，1y 每年，1 一次</translation>
    </message>
    <message>
        <source>Least points of a member; empty: none</source>
        <translation>会员最少积分；留空：不要求</translation>
    </message>
    <message>
        <source>Amount in yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Per cent, 1 to 100</source>
        <translation>百分比，1 到 100</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>核对号码</translation>
    </message>
    <message>
        <source>This is missing, or not understood.</source>
        <translation>没有填写，或看不懂。</translation>
    </message>
    <message>
        <source>birthday, birthday month, joining day</source>
        <translation>生日、生日当月、入会日；空不限</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>birthday month</source>
        <translation>生日当月</translation>
    </message>
    <message>
        <source>joining day</source>
        <translation>入会日</translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message numerus="yes">
        <source>%n hour(s) after the first use</source>
        <translation>
            <numerusform>首次服务后 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>on the signing day</source>
        <translation>签约当天</translation>
    </message>
    <message>
        <source>on the day of the first use</source>
        <translation>首次服务当天</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 before the signing day</source>
        <translation>签约前 %1</translation>
    </message>
    <message>
        <source>%1 after the signing day</source>
        <translation>签约后 %1</translation>
    </message>
    <message>
        <source>%1 before the first use</source>
        <translation>首次服务前 %1</translation>
    </message>
    <message>
        <source>%1 after the first use</source>
        <translation>首次服务后 %1</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Weekly to the first use</source>
        <translation>每周，至首次服务</translation>
    </message>
    <message>
        <source>Weekly to the end</source>
        <translation>每周，至结束</translation>
    </message>
</context>
<context>
    <name>Presenters</name>
    <message>
        <source>Birthday today</source>
        <translation>今天生日</translation>
    </message>
    <message>
        <source>Number only</source>
        <translation>仅凭卡号</translation>
    </message>
    <message>
        <source>Genuine chip</source>
        <translation>芯片真卡</translation>
    </message>
    <message>
        <source>Proven card</source>
        <translation>已验真卡</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 种商品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>共 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>读卡器就绪</translation>
    </message>
    <message>
        <source>No reader</source>
        <translation>无读卡器</translation>
    </message>
    <message>
        <source>Reader in use</source>
        <translation>读卡器占用</translation>
    </message>
    <message>
        <source>Reader fault</source>
        <translation>读卡器故障</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>%1 号收银台</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>bill %1</source>
        <translation>整单 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n coupon(s)</source>
        <translation>
            <numerusform>%n 张券</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 积分</translation>
    </message>
    <message>
        <source>%1 unsent</source>
        <translation>%1条未上传</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>Headquarters: call support</source>
        <translation>总部：请联系支持</translation>
    </message>
    <message>
        <source>Headquarters and this till do not agree. Selling goes on; call support.</source>
        <translation>总部与本机数据不一致。销售照常；请联系支持。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline, %1, %2</source>
        <translation>离线，%1，%2</translation>
    </message>
    <message>
        <source>Headquarters cannot be reached. Selling goes on; what is unsent (%1, the oldest %2 old) goes out by itself when the line is back.</source>
        <translation>连不上总部。销售照常；未上传的（%1条，最早%2前）在网络恢复后自动上传。</translation>
    </message>
    <message>
        <source>Headquarters</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>Headquarters answers. %1.</source>
        <translation>总部在线。%1。</translation>
    </message>
    <message>
        <source>Stored %1</source>
        <translation>储值 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n use(s)</source>
        <translation>
            <numerusform>次卡 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>(dead number)</source>
        <translation>（空号）</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1天</translation>
    </message>
    <message>
        <source>Clock %1 fast</source>
        <translation>时钟快%1</translation>
    </message>
    <message>
        <source>Clock %1 slow</source>
        <translation>时钟慢%1</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is wrong by %1. Set it right in the system&apos;s settings; selling goes on, and bills keep the day of the open shift.</source>
        <translation>本机时钟相差%1，请在系统设置中校准；收银照常，单据仍记入当前班次的营业日。</translation>
    </message>
    <message>
        <source>New terms: ask (F2 F2, Y)</source>
        <translation>新版条款待确认（F2 F2，Y）</translation>
    </message>
    <message>
        <source>Own lane</source>
        <translation>专用通道</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>有效期至 %1</translation>
    </message>
</context>
<context>
    <name>PromotionText</name>
    <message>
        <source>−¥%1 for each ¥%2</source>
        <translation>每满%2减%1</translation>
    </message>
    <message>
        <source>−¥%1 from ¥%2</source>
        <translation>满%2减%1</translation>
    </message>
    <message>
        <source>%1 from ¥%2</source>
        <translation>满%2打%1</translation>
    </message>
    <message>
        <source>%1 from %2 pieces</source>
        <translation>%2件%1</translation>
    </message>
    <message>
        <source>offer price ¥%1</source>
        <translation>特价 ¥%1</translation>
    </message>
    <message>
        <source>offer: %1</source>
        <translation>特价%1</translation>
    </message>
    <message>
        <source>¥%1 less a piece</source>
        <translation>每件减%1</translation>
    </message>
    <message>
        <source>buy %1, get %2 free</source>
        <translation>买%1送%2</translation>
    </message>
    <message>
        <source>piece %1 is free</source>
        <translation>第%1件免费</translation>
    </message>
    <message>
        <source>piece %1: %2</source>
        <translation>第%1件%2</translation>
    </message>
    <message>
        <source>%1 for ¥%2</source>
        <translation>%1件%2元</translation>
    </message>
    <message>
        <source>gift for each ¥%1</source>
        <translation>每满%1赠</translation>
    </message>
    <message>
        <source>gift from ¥%1</source>
        <translation>满%1赠</translation>
    </message>
    <message>
        <source>for ¥%1 from ¥%2</source>
        <translation>满%2加%1元换购</translation>
    </message>
    <message>
        <source>points × %1</source>
        <translation>积分 %1 倍</translation>
    </message>
    <message>
        <source>%1 more: %2</source>
        <translation>再买 %1，享%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more piece(s): %1</source>
        <translation>
            <numerusform>再买 %n 件，享%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Coupon ¥%1</source>
        <translation>%1 元券</translation>
    </message>
    <message>
        <source>from ¥%1</source>
        <translation>满 %1 可用</translation>
    </message>
    <message>
        <source>some goods</source>
        <translation>限部分商品</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>%1到期</translation>
    </message>
    <message>
        <source>Gift: %1</source>
        <translation>赠品：%1</translation>
    </message>
    <message>
        <source>For ¥%1: %2</source>
        <translation>加 %1 元换购：%2</translation>
    </message>
    <message>
        <source>Coupon: %1</source>
        <translation>%1券</translation>
    </message>
    <message>
        <source>%1 only</source>
        <translation>限%1</translation>
    </message>
</context>
<context>
    <name>ReturnText</name>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>UnionPay</source>
        <translation>云闪付</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>stays used</source>
        <translation>不退，已使用</translation>
    </message>
    <message>
        <source>goes back to the member</source>
        <translation>退还会员</translation>
    </message>
    <message>
        <source>is cancelled</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>its value is deducted</source>
        <translation>已用，从退款中扣除</translation>
    </message>
    <message>
        <source>stays with the member</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Value of the goods</source>
        <translation>商品价值</translation>
    </message>
    <message>
        <source>Back by %1</source>
        <translation>退%1</translation>
    </message>
    <message>
        <source>Points taken back</source>
        <translation>扣回积分</translation>
    </message>
    <message>
        <source>of them paid in money</source>
        <translation>其中积分不足、折现扣款</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>退还积分</translation>
    </message>
    <message>
        <source>Points afterwards</source>
        <translation>退后积分</translation>
    </message>
    <message>
        <source>Tier afterwards</source>
        <translation>退后等级</translation>
    </message>
    <message>
        <source>Coupon of the bill</source>
        <translation>本单优惠券</translation>
    </message>
    <message>
        <source>Evening coupon</source>
        <translation>本单赠券</translation>
    </message>
    <message>
        <source>Coupon for spending</source>
        <translation>满额返券</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>小票 %1</translation>
    </message>
    <message>
        <source>without a member</source>
        <translation>非会员</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>代金券</translation>
    </message>
    <message>
        <source>Points on card</source>
        <translation>卡内积分</translation>
    </message>
    <message>
        <source>Points onto card</source>
        <translation>积分转入卡内</translation>
    </message>
    <message>
        <source>Points that paid</source>
        <translation>抵扣积分</translation>
    </message>
    <message>
        <source>Gift for being referred</source>
        <translation>被推荐礼积分</translation>
    </message>
    <message>
        <source>Rebate points</source>
        <translation>累计返利积分</translation>
    </message>
    <message>
        <source>Coupon good again</source>
        <translation>优惠券恢复可用</translation>
    </message>
    <message>
        <source>Paid membership</source>
        <translation>付费会员</translation>
    </message>
    <message>
        <source>%1 months less</source>
        <translation>减少 %1 个月</translation>
    </message>
    <message>
        <source>Points for goods</source>
        <translation>换购积分</translation>
    </message>
    <message>
        <source>Referral coupon, void</source>
        <translation>推荐礼券，作废</translation>
    </message>
    <message>
        <source>Referrer %1</source>
        <translation>推荐人 %1</translation>
    </message>
    <message>
        <source>Uses given back</source>
        <translation>次数退回</translation>
    </message>
    <message>
        <source>Gift to be brought back</source>
        <translation>赠品待退回</translation>
    </message>
    <message>
        <source>Gift kept: %1</source>
        <translation>赠品未退：%1</translation>
    </message>
    <message>
        <source>Gift that comes back</source>
        <translation>随货退回的赠品</translation>
    </message>
    <message>
        <source>Gift came back: %1</source>
        <translation>赠品已退回：%1</translation>
    </message>
    <message>
        <source>For friends, rebates</source>
        <translation>推荐与返利积分</translation>
    </message>
    <message>
        <source>by headquarters</source>
        <translation>由总部扣回</translation>
    </message>
</context>
<context>
    <name>ShiftText</name>
    <message>
        <source>The drawer begins with %1.</source>
        <translation>备用金 %1 已登记。</translation>
    </message>
    <message>
        <source>%1 were paid into the drawer.</source>
        <translation>已投放 %1。</translation>
    </message>
    <message>
        <source>%1 were paid out of the drawer.</source>
        <translation>已支出 %1。</translation>
    </message>
    <message>
        <source>%1 went to the safe.</source>
        <translation>已取款 %1 入保险柜。</translation>
    </message>
    <message>
        <source>The drawer is open; it is noted.</source>
        <translation>钱箱已打开，已记录。</translation>
    </message>
    <message>
        <source>The count is compared.</source>
        <translation>清点结果已核对。</translation>
    </message>
    <message>
        <source>Look at the difference, then sign with your PIN.</source>
        <translation>请查看差额，再输入密码确认。</translation>
    </message>
    <message>
        <source>Shift %1 is closed. The next person signs in.</source>
        <translation>第 %1 班已交班，请接班人登录。</translation>
    </message>
    <message>
        <source>The bill is held; F8 takes it up again.</source>
        <translation>已挂单，按 F8 取单。</translation>
    </message>
    <message>
        <source>Held: %1. F8 takes it up again.</source>
        <translation>已挂单：%1。按 F8 取单。</translation>
    </message>
    <message>
        <source>The held bill is back; prices are up to date.</source>
        <translation>已取单，价格已更新。</translation>
    </message>
    <message>
        <source>%1 is back; prices are up to date.</source>
        <translation>已取单：%1，价格已更新。</translation>
    </message>
    <message>
        <source>The held bill was cancelled.</source>
        <translation>挂单已取消。</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>挂单已取消：%1</translation>
    </message>
    <message>
        <source>Receipt %1, copy number %2.</source>
        <translation>小票 %1，补打第 %2 次。</translation>
    </message>
    <message>
        <source>Receipt %1 is void and its goods are on a new bill.</source>
        <translation>小票 %1 已反结账，商品已转入新单。</translation>
    </message>
    <message>
        <source>Change the bill, then take payment. Give the old money back first.</source>
        <translation>请先退还原收款，修改后重新结账。</translation>
    </message>
    <message>
        <source>New price: %1</source>
        <translation>已改价：%1</translation>
    </message>
    <message>
        <source>Give change</source>
        <translation>换零钱</translation>
    </message>
    <message>
        <source>Check the cash</source>
        <translation>核对现金</translation>
    </message>
    <message>
        <source>Take something out</source>
        <translation>取出物品</translation>
    </message>
    <message>
        <source>Test the drawer</source>
        <translation>试开钱箱</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>已反结账</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>补打 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>This needs somebody else&apos;s signature.</source>
        <translation>此操作需他人授权。</translation>
    </message>
    <message>
        <source>Let somebody who may sign with code and PIN, or press Esc.</source>
        <translation>请有权限的人输入工号和密码，或按 Esc 返回。</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>缺少原因。</translation>
    </message>
    <message>
        <source>Type why, in a few words.</source>
        <translation>请用几个字写明原因。</translation>
    </message>
    <message>
        <source>This is not what lies in a drawer.</source>
        <translation>金额无法识别。</translation>
    </message>
    <message>
        <source>Type the number of notes and coins, or the whole amount.</source>
        <translation>请输入各面额的张数，或直接输入总额。</translation>
    </message>
    <message>
        <source>There is nothing to hold.</source>
        <translation>没有可挂的单。</translation>
    </message>
    <message>
        <source>Scan the first item; F8 shows the bills that are held.</source>
        <translation>请先扫描商品；按 F8 查看挂单。</translation>
    </message>
    <message>
        <source>No bill is held.</source>
        <translation>没有挂单。</translation>
    </message>
    <message>
        <source>F7 holds the open bill while another customer pays.</source>
        <translation>按 F7 可挂起当前单，先为下一位顾客结账。</translation>
    </message>
    <message>
        <source>A bill is open.</source>
        <translation>还有未结账的单据。</translation>
    </message>
    <message>
        <source>Take payment for it or hold it with F7, then take up the other.</source>
        <translation>请先结账或按 F7 挂单，再取另一单。</translation>
    </message>
    <message>
        <source>The held bill will be cancelled.</source>
        <translation>将取消这张挂单。</translation>
    </message>
    <message>
        <source>Press Del once more to cancel it, Esc to stop.</source>
        <translation>再按一次 Del 取消，按 Esc 返回。</translation>
    </message>
    <message>
        <source>There are no goods to take back.</source>
        <translation>没有要退的商品。</translation>
    </message>
    <message>
        <source>Scan what the customer brings, then choose it again under More.</source>
        <translation>请先扫描顾客带来的商品，再在“更多”中选择。</translation>
    </message>
    <message>
        <source>the member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>uses of a count card</source>
        <translation>次卡使用</translation>
    </message>
    <message>
        <source>goods of an offer</source>
        <translation>活动商品</translation>
    </message>
    <message>
        <source>prices by hand</source>
        <translation>手工改价</translation>
    </message>
    <message>
        <source>a coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>the discount on the bill</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>some of the points</source>
        <translation>部分积分</translation>
    </message>
    <message>
        <source>The held bill is back without: %1.</source>
        <translation>已取单，但未保留：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Ask for it again if it still applies, then take payment.</source>
        <translation>如仍适用请重新操作，然后收款。</translation>
    </message>
    <message>
        <source>Wrong way of paying</source>
        <translation>付款方式选错</translation>
    </message>
    <message>
        <source>Wrong price or quantity</source>
        <translation>价格或数量录错</translation>
    </message>
    <message>
        <source>The member was forgotten</source>
        <translation>忘刷会员</translation>
    </message>
    <message>
        <source>The customer thought again</source>
        <translation>顾客改变主意</translation>
    </message>
    <message>
        <source>The receipt is lost</source>
        <translation>小票遗失</translation>
    </message>
    <message>
        <source>A gift, without a receipt</source>
        <translation>礼品，无小票</translation>
    </message>
    <message>
        <source>Faulty goods</source>
        <translation>商品有质量问题</translation>
    </message>
    <message>
        <source>Register %1 took over a held bill at %2.</source>
        <translation>%1 号收银台于 %2 取走了一张挂单。</translation>
    </message>
    <message>
        <source>Register %1 took over “%3” at %2.</source>
        <translation>%1 号收银台于 %2 取走了“%3”。</translation>
    </message>
    <message>
        <source>It is paid there; here it is not held any more.</source>
        <translation>在那边结账；本机不再挂单。</translation>
    </message>
    <message>
        <source>A held bill was taken up here, and at register %1 at %2 too.</source>
        <translation>同一张挂单在本机取单，%1 号收银台也于 %2 取走。</translation>
    </message>
    <message>
        <source>Look whether it was paid twice, and give one payment back.</source>
        <translation>请核对是否收了两次款，并退回其中一次。</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>%1 号收银台</translation>
    </message>
    <message>
        <source>goods for points</source>
        <translation>换购商品</translation>
    </message>
    <message>
        <source>the delivery</source>
        <translation>送货</translation>
    </message>
</context>
<context>
    <name>StaffText</name>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Shift leader</source>
        <translation>领班</translation>
    </message>
    <message>
        <source>Store manager</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>Return by receipt</source>
        <translation>凭小票退货</translation>
    </message>
    <message>
        <source>Return without a receipt</source>
        <translation>无小票退货</translation>
    </message>
    <message>
        <source>Open a paid bill again</source>
        <translation>反结账</translation>
    </message>
    <message>
        <source>Price by hand</source>
        <translation>手工改价</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Cash in, out, drop</source>
        <translation>投放、支出、取款</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 报表</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Join a member</source>
        <translation>会员入会</translation>
    </message>
    <message>
        <source>Correct members and cards</source>
        <translation>更正会员与卡</translation>
    </message>
    <message>
        <source>See names and numbers</source>
        <translation>查看姓名和号码</translation>
    </message>
    <message>
        <source>Freeze, void, transfer points</source>
        <translation>冻结、作废、转赠积分</translation>
    </message>
    <message>
        <source>Pay points out</source>
        <translation>积分兑现</translation>
    </message>
    <message>
        <source>Top up stored value</source>
        <translation>储值充值</translation>
    </message>
    <message>
        <source>Close stored value</source>
        <translation>储值退卡</translation>
    </message>
    <message>
        <source>Delete a member&apos;s data</source>
        <translation>删除会员资料</translation>
    </message>
    <message>
        <source>Manager&apos;s view</source>
        <translation>店长视图</translation>
    </message>
    <message>
        <source>Manage staff</source>
        <translation>管理员工</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>badge</source>
        <translation>员工卡</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>无密码</translation>
    </message>
    <message>
        <source>locked for a while</source>
        <translation>暂时锁定</translation>
    </message>
    <message>
        <source>Tasks and coupon batches</source>
        <translation>任务与批量发券</translation>
    </message>
    <message>
        <source>Approve new members</source>
        <translation>审批入会</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>Care</source>
        <translation>关怀</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>迎新</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>调查</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>代办</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>已商定</translation>
    </message>
    <message>
        <source>arranged</source>
        <translation>已安排</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>rated</source>
        <translation>已评分</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>未评分</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>待办 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>逾期 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rated</source>
        <translation>
            <numerusform>未评分 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>surveys %1.%2 of %n answer(s)</source>
        <translation>
            <numerusform>满意度 %1.%2 分，共 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  %2 of %3 %4</source>
        <translation>%1  已用 %2 / %3 %4</translation>
    </message>
    <message>
        <source>Pre-order</source>
        <translation>预订</translation>
    </message>
    <message>
        <source>Any way</source>
        <translation>方式不限</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>By message</source>
        <translation>短信或微信</translation>
    </message>
    <message>
        <source>By a visit</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>到店</translation>
    </message>
</context>
<context>
    <name>TenderText</name>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>代金券</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>%1, ref. %2</source>
        <translation>%1，参考号 %2</translation>
    </message>
    <message>
        <source>The code is being charged.</source>
        <translation>正在扣款。</translation>
    </message>
    <message>
        <source>The customer confirms on the telephone.</source>
        <translation>等待顾客在手机上确认。</translation>
    </message>
    <message>
        <source>The payment is being reversed.</source>
        <translation>正在撤销付款。</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it was paid.</source>
        <translation>是否已支付尚不清楚。</translation>
    </message>
    <message>
        <source>Refund, not confirmed yet</source>
        <translation>退款，尚未确认</translation>
    </message>
    <message>
        <source>Paid, its bill is not finished</source>
        <translation>已支付，账单未完成</translation>
    </message>
    <message>
        <source>Not known whether it was paid</source>
        <translation>是否已支付未知</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Count card sold</source>
        <translation>售出次卡</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use given back</source>
        <translation>退回次数</translation>
    </message>
    <message>
        <source>Count card returned</source>
        <translation>退次卡</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1 次</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>剩余 %1/%2 次</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，有效期至 %2</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Lay the card on the reader and leave it there.</source>
        <translation>请把卡放在读卡器上，不要移动。</translation>
    </message>
    <message>
        <source>The card left too early: lay it on the reader again. Never take the money twice.</source>
        <translation>卡离开得太早：请再放回读卡器。切勿重复收款。</translation>
    </message>
    <message>
        <source>Owed to the card: lay it on the reader</source>
        <translation>应退回卡内：请放卡</translation>
    </message>
    <message>
        <source>Paid by the card, its bill is not finished</source>
        <translation>卡已付款，账单未完成</translation>
    </message>
    <message>
        <source>Not known whether the card paid: lay it on the reader, or a manager lets the bill go</source>
        <translation>不能确定卡是否已付：请放卡，或由经理放行账单</translation>
    </message>
    <message>
        <source>Taken off the card if it got them: lay it on the reader</source>
        <translation>如卡已收到则从卡内扣除：请放卡</translation>
    </message>
    <message>
        <source>Not known whether the card got them: lay it on the reader, or a manager gives them back</source>
        <translation>不能确定卡是否收到：请放卡，或由经理退回账户</translation>
    </message>
    <message>
        <source>Other tills, by headquarters</source>
        <translation>其他收银机（总部）</translation>
    </message>
</context>
<context>
    <name>TierWays</name>
    <message>
        <source>%1: %2 more months as a member first</source>
        <translation>%1：入会还需满%2个月</translation>
    </message>
    <message>
        <source>spend %1 more now</source>
        <translation>本单再买 %1</translation>
    </message>
    <message>
        <source>earn %1 more points</source>
        <translation>再积 %1 分</translation>
    </message>
    <message numerus="yes">
        <source>%n more bill(s)</source>
        <translation>
            <numerusform>再购物 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>spend %1 more in all</source>
        <translation>再累计消费 %1</translation>
    </message>
    <message numerus="yes">
        <source>bring %n more friend(s)</source>
        <translation>
            <numerusform>再推荐 %n 位朋友</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is reached with this bill</source>
        <translation>本单付款后升为%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>距%1：%2</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>，且</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>，或</translation>
    </message>
    <message>
        <source>No benefits yet: they begin after one bill of %1</source>
        <translation>尚无会员权益：一单满 %1 后生效</translation>
    </message>
</context>
<context>
    <name>WhyText</name>
    <message>
        <source>Full price</source>
        <translation>原价</translation>
    </message>
    <message>
        <source>Offer price</source>
        <translation>特价</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>Member day</source>
        <translation>会员日</translation>
    </message>
    <message>
        <source>Price of the tier</source>
        <translation>等级折扣</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Price changed by hand</source>
        <translation>手工改价</translation>
    </message>
    <message>
        <source>Several rates, one after the other</source>
        <translation>多重折扣叠加</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Several pieces</source>
        <translation>多件优惠</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>满减活动</translation>
    </message>
    <message>
        <source>Discount by hand</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>积分抵扣</translation>
    </message>
    <message>
        <source>Rounded down for cash</source>
        <translation>现金抹零</translation>
    </message>
    <message>
        <source>Gift or exchange offer</source>
        <translation>赠品或换购</translation>
    </message>
    <message>
        <source>More points</source>
        <translation>多倍积分</translation>
    </message>
    <message>
        <source>reached: the offer can be taken</source>
        <translation>已达到，可以领取</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>已采用</translation>
    </message>
    <message>
        <source>another price is better</source>
        <translation>有更优的价格</translation>
    </message>
    <message>
        <source>another promotion saves more</source>
        <translation>另一活动更优惠</translation>
    </message>
    <message>
        <source>applied, held at the lowest rate of the item</source>
        <translation>已采用，受最低折扣限制</translation>
    </message>
    <message>
        <source>for members: tap the card</source>
        <translation>仅限会员，请刷卡</translation>
    </message>
    <message>
        <source>for another tier</source>
        <translation>等级不符</translation>
    </message>
    <message>
        <source>for another store</source>
        <translation>仅限其他门店</translation>
    </message>
    <message>
        <source>not at this time</source>
        <translation>不在活动时间</translation>
    </message>
    <message>
        <source>this item is excluded</source>
        <translation>该商品不参加</translation>
    </message>
    <message>
        <source>the price was changed by hand</source>
        <translation>已手工改价</translation>
    </message>
    <message>
        <source>for whole pieces only</source>
        <translation>仅限整件</translation>
    </message>
    <message>
        <source>its pieces count for another offer</source>
        <translation>已参加另一活动</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>还差 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) missing</source>
        <translation>
            <numerusform>还差 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>used as often as allowed</source>
        <translation>次数已用完</translation>
    </message>
    <message>
        <source>nothing to save here</source>
        <translation>没有可优惠的金额</translation>
    </message>
    <message>
        <source>Price of the group</source>
        <translation>团体价</translation>
    </message>
    <message>
        <source>its campaign is not approved yet</source>
        <translation>所属活动尚未批准</translation>
    </message>
</context>
<context>
    <name>kahui::models::BasketModel</name>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>No discount</source>
        <translation>不参与折扣</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>特价</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>Member day</source>
        <translation>会员日</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Price %1</source>
        <translation>单价 %1</translation>
    </message>
    <message>
        <source>Quantity %1 %2</source>
        <translation>数量 %1 %2</translation>
    </message>
    <message>
        <source>No saving</source>
        <translation>无优惠</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>优惠 %1</translation>
    </message>
    <message>
        <source>Amount %1</source>
        <translation>小计 %1</translation>
    </message>
    <message>
        <source>Group price</source>
        <translation>团体价</translation>
    </message>
</context>
<context>
    <name>kahui::models::CounterModel</name>
    <message>
        <source>No printer is set up.</source>
        <translation>未设置打印机。</translation>
    </message>
    <message>
        <source>Released for other programs.</source>
        <translation>已释放给其他程序。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Ready, the paper is near its end</source>
        <translation>就绪，纸快用完</translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>The cover is open</source>
        <translation>上盖打开</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message numerus="yes">
        <source>The printer is out of paper; %n sheet(s) wait.</source>
        <translation>
            <numerusform>打印机缺纸，%n 张待打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put in a new roll: they are printed by themselves. Selling goes on.</source>
        <translation>请换纸，换好后自动打印。销售不受影响。</translation>
    </message>
    <message numerus="yes">
        <source>The printer&apos;s cover is open; %n sheet(s) wait.</source>
        <translation>
            <numerusform>打印机上盖打开，%n 张待打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close it: they are printed by themselves. Selling goes on.</source>
        <translation>请合上，之后自动打印。销售不受影响。</translation>
    </message>
    <message numerus="yes">
        <source>The printer does not answer; %n sheet(s) wait.</source>
        <translation>
            <numerusform>打印机没有应答，%n 张待打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>Check its power and cable. Selling goes on; receipts can be printed later.</source>
        <translation>请检查电源和连线。销售不受影响，小票可稍后打印。</translation>
    </message>
    <message>
        <source>This is no way to a printer or display.</source>
        <translation>无法识别的打印机或客显地址。</translation>
    </message>
    <message>
        <source>For example tcp:192.168.1.9, usb:/dev/usb/lp0, serial:/dev/ttyS0,9600 or cups:NAME.</source>
        <translation>例如 tcp:192.168.1.9、usb:/dev/usb/lp0、serial:/dev/ttyS0,9600 或 cups:NAME。</translation>
    </message>
    <message>
        <source>Done for now, but the settings could not be written.</source>
        <translation>目前已生效，但设置未能写入。</translation>
    </message>
    <message>
        <source>Call support: it is forgotten at the next start.</source>
        <translation>请联系技术支持：下次启动会丢失。</translation>
    </message>
    <message>
        <source>There is no printer, or too many sheets wait.</source>
        <translation>没有打印机，或待打印过多。</translation>
    </message>
    <message>
        <source>Set one up under More (F10), or throw away what waits.</source>
        <translation>请在更多（F10）中设置，或清除待打印。</translation>
    </message>
    <message>
        <source>It goes to the printer.</source>
        <translation>已送打印机。</translation>
    </message>
    <message>
        <source>The logo cannot be read.</source>
        <translation>标志图片无法读取。</translation>
    </message>
    <message>
        <source>Give the path of a PNG or JPEG file on this till, or leave the line empty.</source>
        <translation>请填写本机上 PNG 或 JPEG 文件的路径，或留空。</translation>
    </message>
    <message>
        <source>Blank form %1 goes to the printer.</source>
        <translation>空白申请表 %1 正在打印。</translation>
    </message>
</context>
<context>
    <name>kahui::models::DevicesModel</name>
    <message>
        <source>Added. Test it before the next customer.</source>
        <translation>已添加。请在接待下一位顾客前测试。</translation>
    </message>
    <message>
        <source>Removed from this till.</source>
        <translation>已从本收银机移除。</translation>
    </message>
    <message>
        <source>This till uses it now.</source>
        <translation>本收银机现在使用它。</translation>
    </message>
    <message>
        <source>Test ended. The reader serves the sale.</source>
        <translation>测试结束。读卡器恢复用于收银。</translation>
    </message>
    <message>
        <source>The test waits for one card or code.</source>
        <translation>正在等待一张卡或一个码。</translation>
    </message>
    <message>
        <source>Left to other programs until it is claimed again.</source>
        <translation>已让给其他程序，直到重新占用。</translation>
    </message>
</context>
<context>
    <name>kahui::models::ReportModel</name>
    <message>
        <source>There is nothing to write yet.</source>
        <translation>还没有可存的报表。</translation>
    </message>
    <message>
        <source>Wait for the report.</source>
        <translation>请等报表出来。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>The report was not written: %1</source>
        <translation>报表没有保存：%1</translation>
    </message>
    <message>
        <source>Choose another folder and try again.</source>
        <translation>请换一个文件夹再试。</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>正在保存报表…</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>kahui::models::ReturnModel</name>
    <message>
        <source>%1: %2 of %3 come back</source>
        <translation>%1：退 %2，可退 %3</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>售出</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>all of it came back before</source>
        <translation>已全部退过</translation>
    </message>
    <message>
        <source>%1 %2 came back before</source>
        <translation>已退过 %1 %2</translation>
    </message>
</context>
<context>
    <name>kahui::models::SearchModel</name>
    <message>
        <source>Offer %1</source>
        <translation>特价 %1</translation>
    </message>
    <message>
        <source>Members %1</source>
        <translation>会员 %1</translation>
    </message>
</context>
<context>
    <name>kahui::models::SetupModel</name>
    <message>
        <source>The store has no name.</source>
        <translation>还没有填写店名。</translation>
    </message>
    <message>
        <source>Type the name for the receipt.</source>
        <translation>请输入小票上显示的店名。</translation>
    </message>
    <message>
        <source>The store&apos;s number is missing or has other signs.</source>
        <translation>门店编号为空或含有其他字符。</translation>
    </message>
    <message>
        <source>Use letters and digits, for example 0001.</source>
        <translation>请用字母和数字，例如 0001。</translation>
    </message>
    <message>
        <source>The register&apos;s number is missing or has other signs.</source>
        <translation>收银台号为空或含有其他字符。</translation>
    </message>
    <message>
        <source>Use letters and digits, for example 01.</source>
        <translation>请用字母和数字，例如 01。</translation>
    </message>
    <message>
        <source>The staff code is missing or has other signs.</source>
        <translation>工号为空或含有其他字符。</translation>
    </message>
    <message>
        <source>Use letters and digits, for example 9001.</source>
        <translation>请用字母和数字，例如 9001。</translation>
    </message>
    <message>
        <source>The manager has no name.</source>
        <translation>还没有填写店长姓名。</translation>
    </message>
    <message>
        <source>Type it as it should stand on slips.</source>
        <translation>请输入单据上显示的姓名。</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation>密码为 4 至 12 位数字。</translation>
    </message>
    <message>
        <source>Type a PIN of digits.</source>
        <translation>请输入数字密码。</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>Type the same PIN twice.</source>
        <translation>请两次输入相同的密码。</translation>
    </message>
    <message>
        <source>The store is there. %1 may sign in.</source>
        <translation>门店已建立，%1 可以登录。</translation>
    </message>
    <message>
        <source>This is no address of a headquarters.</source>
        <translation>这不是总部的地址。</translation>
    </message>
    <message>
        <source>Type https://, the name and the port, or go on without.</source>
        <translation>请输入 https://、名称和端口，或暂不连接。</translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation>还没有填写注册码。</translation>
    </message>
    <message>
        <source>Ask headquarters for one: kahui-hq enrol-code.</source>
        <translation>请向总部索取：kahui-hq enrol-code。</translation>
    </message>
    <message>
        <source>Headquarters knows this till as store %1, register %2.</source>
        <translation>总部已登记本机：门店 %1，收银台 %2。</translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation>还没有选择文件。</translation>
    </message>
    <message>
        <source>Choose a CSV file, or go on without.</source>
        <translation>请选择 CSV 文件，或暂不导入。</translation>
    </message>
    <message>
        <source>%1 of %2 rows can go in.</source>
        <translation>%2 行中有 %1 行可以导入。</translation>
    </message>
    <message>
        <source>%1 of %2 rows went in.</source>
        <translation>%2 行中有 %1 行已导入。</translation>
    </message>
    <message>
        <source>Five tiers, points as cash</source>
        <translation>五级会员，积分抵现</translation>
    </message>
    <message>
        <source>Shopping mall, points of a year</source>
        <translation>商场积分，年底清零</translation>
    </message>
    <message>
        <source>Club, tiers by what was earned</source>
        <translation>俱乐部，按累计积分升级</translation>
    </message>
    <message>
        <source>Tea room, points that never end</source>
        <translation>茶室，积分长期有效</translation>
    </message>
    <message>
        <source>Bronze to diamond, monthly coupons</source>
        <translation>铜牌至钻石，每月发券</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is expected</source>
        <translation>应为 %1 至 %2 的整数</translation>
    </message>
    <message>
        <source>“%1” is no mark of goods</source>
        <translation>“%1”不是商品标记</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is too long or not in UTF-8</source>
        <translation>过长或不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>goods by weight cannot be used by count</source>
        <translation>称重商品不能计次</translation>
    </message>
    <message>
        <source>the check digit is wrong</source>
        <translation>校验位不对</translation>
    </message>
    <message>
        <source>another product has it</source>
        <translation>已被其他商品使用</translation>
    </message>
    <message>
        <source>no such tier</source>
        <translation>没有这个等级</translation>
    </message>
    <message>
        <source>is no mobile number</source>
        <translation>不是手机号</translation>
    </message>
    <message>
        <source>uid, track2 or code is expected</source>
        <translation>应为 uid、track2 或 code</translation>
    </message>
    <message>
        <source>one of them is needed</source>
        <translation>至少要有一项</translation>
    </message>
    <message>
        <source>MM-DD, or LMM-DD if lunar, is expected</source>
        <translation>应为 MM-DD，农历为 LMM-DD</translation>
    </message>
    <message>
        <source>whole numbers from 0 are expected</source>
        <translation>应为不小于 0 的整数</translation>
    </message>
    <message>
        <source>a date YYYY-MM-DD, not in the future, is expected</source>
        <translation>应为不晚于今天的日期 YYYY-MM-DD</translation>
    </message>
    <message>
        <source>stands twice in this file</source>
        <translation>在文件中重复</translation>
    </message>
    <message>
        <source>item number</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>card</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>member number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>the store does not take it: %1</source>
        <translation>无法导入：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ApprovalForm</name>
    <message>
        <source>This is beyond your right. Somebody who may allow it signs with code and PIN.</source>
        <translation>超出您的权限，请有权限的人输入工号和密码。</translation>
    </message>
    <message>
        <source>Staff code of who allows it</source>
        <translation>授权人工号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>PIN of who allows it</source>
        <translation>授权人密码</translation>
    </message>
    <message>
        <source>Allow and do it</source>
        <translation>授权并执行</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::BasketView</name>
    <message>
        <source>Ready for the next customer</source>
        <translation>请为下一位顾客结账</translation>
    </message>
    <message>
        <source>Scan the first item, or tap a member card</source>
        <translation>扫第一件商品，或先刷会员卡</translation>
    </message>
    <message>
        <source>Lines of the bill</source>
        <translation>商品明细</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::BenefitStrip</name>
    <message>
        <source>Take the offer. %1, %2</source>
        <translation>领取活动。%1，%2</translation>
    </message>
    <message>
        <source>Show the next offer. This is %1 of %2</source>
        <translation>看下一个活动。这是第 %1 个，共 %2 个</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::BlindReturnPanel</name>
    <message>
        <source>Without a receipt</source>
        <translation>无单退货</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>退还 %1</translation>
    </message>
    <message>
        <source>Each item at the lowest price of the last 30 days, in cash. A manager signs for it.</source>
        <translation>按近 30 天最低价退现金，需店长授权。</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>退回的商品</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>%1 points are taken back from the member.</source>
        <translation>扣回会员 %1 积分。</translation>
    </message>
    <message>
        <source>No points change.</source>
        <translation>积分不变。</translation>
    </message>
    <message>
        <source>Give the money back</source>
        <translation>退款</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CampaignForm</name>
    <message>
        <source>This cannot be read: %1</source>
        <translation>无法识别：%1</translation>
    </message>
    <message>
        <source>Type it again; code, name and both days are needed.</source>
        <translation>请重新输入；编号、名称和起止日期必填。</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>The campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the campaign</source>
        <translation>保存活动</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back without saving</source>
        <translation>不保存并返回</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CardLoadForm</name>
    <message>
        <source>Esc takes the points back</source>
        <translation>按 Esc 退回积分</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>How many points go onto the card</source>
        <translation>转入卡内的积分数</translation>
    </message>
    <message>
        <source>PIN of the member</source>
        <translation>会员密码</translation>
    </message>
    <message>
        <source>PIN of the member, where it is asked for</source>
        <translation>会员密码（需要时填写）</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CashForm</name>
    <message>
        <source>Pay into the drawer</source>
        <translation>投放现金</translation>
    </message>
    <message>
        <source>Pay out of the drawer</source>
        <translation>支出现金</translation>
    </message>
    <message>
        <source>Take to the safe</source>
        <translation>取款入柜</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why the money is moved</source>
        <translation>现金变动原因</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CheckoutScreen</name>
    <message>
        <source>Scan the next item, or press Enter to go on</source>
        <translation>扫下一件商品，或按回车继续</translation>
    </message>
    <message>
        <source>Entry line</source>
        <translation>扫码输入</translation>
    </message>
    <message>
        <source>Take cash</source>
        <translation>收现金</translation>
    </message>
    <message>
        <source>Ready. F1 shows all keys.</source>
        <translation>就绪。按 F1 查看全部按键。</translation>
    </message>
    <message>
        <source>Scan, or type a code or phone · 3* means 3 pieces</source>
        <translation>扫码，或输入条码 / 货号 / 手机号 · 3* 表示 3 件</translation>
    </message>
    <message>
        <source>How many come back? Space takes the whole line, A everything</source>
        <translation>输入退货数量，空格选整行，A 全部退</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CloseForm</name>
    <message>
        <source>The drawer is even</source>
        <translation>现金相符</translation>
    </message>
    <message>
        <source>Too much in the drawer</source>
        <translation>长款</translation>
    </message>
    <message>
        <source>Missing in the drawer</source>
        <translation>短款</translation>
    </message>
    <message>
        <source>Expected %1, counted %2.</source>
        <translation>应有 %1，实点 %2。</translation>
    </message>
    <message>
        <source>What stays in the drawer for the next shift; the rest is handed over.</source>
        <translation>留给下一班的备用金，其余上缴。</translation>
    </message>
    <message>
        <source>Stays in the drawer</source>
        <translation>留存钱箱</translation>
    </message>
    <message>
        <source>Remark, may stay empty</source>
        <translation>备注，可不填</translation>
    </message>
    <message>
        <source>Why there is a difference</source>
        <translation>差额原因</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>您的密码</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>交班</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ClubForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>离开表单</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ClubScreen</name>
    <message>
        <source>What it is called</source>
        <translation>活动名称</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>When: 0315 1400</source>
        <translation>时间：0315 1400</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>座位数</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Change the event</source>
        <translation>修改活动</translation>
    </message>
    <message>
        <source>Leave a line empty to keep what it is.</source>
        <translation>不改的行留空。</translation>
    </message>
    <message>
        <source>It is kept with the member&apos;s data, sealed, and stands in the list of birthdays. An empty line takes it away.</source>
        <translation>与会员资料一起加密保存，并出现在生日列表里。留空即删除。</translation>
    </message>
    <message>
        <source>Day: 0512, or L0815 by the moon</source>
        <translation>日期：0512，农历写 农0815</translation>
    </message>
    <message>
        <source>A friend of this member</source>
        <translation>会员的朋友</translation>
    </message>
    <message>
        <source>Who joins with this number in time is referred by this member. The number itself is not kept.</source>
        <translation>按时用此号码入会者，记为由该会员推荐。号码本身不保存。</translation>
    </message>
    <message>
        <source>Telephone number of the friend</source>
        <translation>朋友的手机号</translation>
    </message>
    <message>
        <source>The event has no name.</source>
        <translation>活动没有名称。</translation>
    </message>
    <message>
        <source>Type what it is called.</source>
        <translation>请输入活动名称。</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>时间看不懂。</translation>
    </message>
    <message>
        <source>Type 0315 1400 for 15 March at two in the afternoon.</source>
        <translation>3 月 15 日下午两点请输入 0315 1400。</translation>
    </message>
    <message>
        <source>This is no number of seats.</source>
        <translation>座位数看不懂。</translation>
    </message>
    <message>
        <source>Type a figure from 1 to 10000.</source>
        <translation>请输入 1 到 10000。</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>日期看不懂。</translation>
    </message>
    <message>
        <source>Type 0512 for 12 May, L0815 by the moon.</source>
        <translation>5 月 12 日请输入 0512，农历写 农0815。</translation>
    </message>
    <message>
        <source>Events and draws. Type a member&apos;s number or show a card to see the member.</source>
        <translation>活动与抽奖。输入会员号或刷卡查看会员。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) of a list wait: choose the event and press V.</source>
        <translation>
            <numerusform>名单上 %n 位会员待邀请：选好活动后按 V。</numerusform>
        </translation>
    </message>
    <message>
        <source>The door is open: each card that is shown checks its member in.</source>
        <translation>入场中：刷卡即签到。</translation>
    </message>
    <message>
        <source>The guests of this event. Type a member&apos;s number to give a seat.</source>
        <translation>本活动名单。输入会员号可留座。</translation>
    </message>
    <message>
        <source>Consent to a profile of interests</source>
        <translation>同意记录喜好</translation>
    </message>
    <message>
        <source>buys most: %1</source>
        <translation>常买：%1</translation>
    </message>
    <message>
        <source>without it there are no tags, and nothing is counted</source>
        <translation>未同意则无标签，也不统计</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>on</source>
        <translation>有</translation>
    </message>
    <message>
        <source>day to remember</source>
        <translation>纪念日</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>余 %1</translation>
    </message>
    <message>
        <source>No events yet.</source>
        <translation>还没有活动。</translation>
    </message>
    <message>
        <source>Guests and door</source>
        <translation>名单与入场</translation>
    </message>
    <message>
        <source>Is present</source>
        <translation>登记到场</translation>
    </message>
    <message>
        <source>Note the consent</source>
        <translation>登记同意</translation>
    </message>
    <message>
        <source>Press again: tags go</source>
        <translation>再按一次：清除标签</translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Take the tag off</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>Put the tag on</source>
        <translation>加上标签</translation>
    </message>
    <message>
        <source>Type the day</source>
        <translation>输入日期</translation>
    </message>
    <message>
        <source>Give a chance</source>
        <translation>登记一次机会</translation>
    </message>
    <message>
        <source>Hand it out</source>
        <translation>发放</translation>
    </message>
    <message numerus="yes">
        <source>Invite %n member(s)</source>
        <translation>
            <numerusform>邀请 %n 位会员</numerusform>
        </translation>
    </message>
    <message>
        <source>Give a seat</source>
        <translation>留座</translation>
    </message>
    <message>
        <source>Does not come</source>
        <translation>不来</translation>
    </message>
    <message>
        <source>Close the door</source>
        <translation>结束入场</translation>
    </message>
    <message>
        <source>Open the door</source>
        <translation>开始入场</translation>
    </message>
    <message>
        <source>Press again: one wins</source>
        <translation>再按一次：开奖</translation>
    </message>
    <message>
        <source>Draw the winner</source>
        <translation>开奖</translation>
    </message>
    <message>
        <source>Note a friend</source>
        <translation>登记朋友</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Press again: called off</source>
        <translation>再按一次：取消</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>取消活动</translation>
    </message>
    <message>
        <source>Club: events, interests, draws</source>
        <translation>会员活动：活动、喜好、抽奖</translation>
    </message>
    <message>
        <source>F: member number or telephone</source>
        <translation>F：会员号或手机号</translation>
    </message>
    <message>
        <source>Show a member by number or telephone</source>
        <translation>按会员号或手机号查看会员</translation>
    </message>
    <message>
        <source>Events, guests, or what is known of the member</source>
        <translation>活动、名单或会员信息</translation>
    </message>
    <message>
        <source>Up and Down choose a row, Enter acts on it; a card shows its member or checks in.</source>
        <translation>上下键选行，回车操作；刷卡查看会员或签到。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CountForm</name>
    <message>
        <source>Count the drawer</source>
        <translation>清点钱箱</translation>
    </message>
    <message>
        <source>How many of each; what there should be is shown after the count. Or type the whole amount.</source>
        <translation>请填各面额张数，应有金额清点后显示；也可直接输入总额。</translation>
    </message>
    <message>
        <source>Number of notes or coins of %1</source>
        <translation>面额 %1 的张数</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点合计</translation>
    </message>
    <message>
        <source>Counted, the whole amount</source>
        <translation>实点总额</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Compare with what there should be</source>
        <translation>与应有金额核对</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CounterScreen</name>
    <message>
        <source>A test slip is on its way.</source>
        <translation>测试单已发送。</translation>
    </message>
    <message>
        <source>Thrown away. Any receipt can be printed again.</source>
        <translation>已清除。任何小票都可补打。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>It shows 123456.78 under the lamp of the total.</source>
        <translation>合计灯下应显示 123456.78。</translation>
    </message>
    <message>
        <source>Saved: receipts stay on the screen.</source>
        <translation>已保存：小票只在屏幕显示。</translation>
    </message>
    <message>
        <source>Paper 80 mm</source>
        <translation>纸宽 80 mm</translation>
    </message>
    <message>
        <source>Paper 58 mm</source>
        <translation>纸宽 58 mm</translation>
    </message>
    <message>
        <source>Width of the paper: %1</source>
        <translation>纸宽：%1</translation>
    </message>
    <message>
        <source>Claim it again</source>
        <translation>重新占用</translation>
    </message>
    <message>
        <source>Release it</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>No sheet waits.</source>
        <translation>没有待打印。</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) wait for the printer.</source>
        <translation>
            <numerusform>%n 张待打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>It stands behind the printer: set that up first.</source>
        <translation>钱箱接在打印机上：请先设置打印机。</translation>
    </message>
    <message>
        <source>None. It opens with its key.</source>
        <translation>无。请用钥匙打开。</translation>
    </message>
    <message>
        <source>Behind the printer, pin %1. It opens when cash is taken or given.</source>
        <translation>接在打印机上，引脚 %1。收付现金时打开。</translation>
    </message>
    <message>
        <source>No drawer</source>
        <translation>无钱箱</translation>
    </message>
    <message>
        <source>Drawer at pin %1</source>
        <translation>钱箱引脚 %1</translation>
    </message>
    <message>
        <source>No line display.</source>
        <translation>无客显。</translation>
    </message>
    <message>
        <source>It does not answer. Check its cable.</source>
        <translation>没有应答。请检查连线。</translation>
    </message>
    <message>
        <source>Price, total and change for the customer.</source>
        <translation>向顾客显示单价、合计、找零。</translation>
    </message>
    <message>
        <source>Goods, total and points on a second screen.</source>
        <translation>在副屏显示商品、合计和积分。</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>未显示</translation>
    </message>
    <message>
        <source>Customer&apos;s window: %1</source>
        <translation>顾客副屏：%1</translation>
    </message>
    <message>
        <source>Printer, drawer, displays</source>
        <translation>打印机、钱箱、客显</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>tcp:HOST, usb:/dev/usb/lp0, serial:/dev/ttyS0,9600 or cups:NAME; Enter saves.</source>
        <translation>tcp:HOST、usb:/dev/usb/lp0、serial:/dev/ttyS0,9600 或 cups:NAME；按 Enter 保存。</translation>
    </message>
    <message>
        <source>Way to the printer</source>
        <translation>打印机地址</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>测试单</translation>
    </message>
    <message>
        <source>Print a test slip</source>
        <translation>打印测试单</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>立即打印</translation>
    </message>
    <message>
        <source>Print what waits now</source>
        <translation>立即打印待打印内容</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Throw away what waits for the printer</source>
        <translation>清除待打印内容</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>Line display</source>
        <translation>客显</translation>
    </message>
    <message>
        <source>Way to the line display</source>
        <translation>客显地址</translation>
    </message>
    <message>
        <source>Test figure</source>
        <translation>测试显示</translation>
    </message>
    <message>
        <source>Show a test figure on the line display</source>
        <translation>在客显上显示测试数字</translation>
    </message>
    <message>
        <source>Customer&apos;s window</source>
        <translation>顾客副屏</translation>
    </message>
    <message>
        <source>Settings of this till. Esc goes back.</source>
        <translation>本机设置。Esc 返回。</translation>
    </message>
    <message>
        <source>Customers may type on it</source>
        <translation>顾客可以在上面输入</translation>
    </message>
    <message>
        <source>Customers do not type on it</source>
        <translation>顾客不在上面输入</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CouponList</name>
    <message numerus="yes">
        <source>All %n coupon(s) · %1 used</source>
        <translation>
            <numerusform>全部 %n 张券 · 已用 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n coupon(s)</source>
        <translation>
            <numerusform>全部 %n 张券</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CouponPanel</name>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Arrows choose, Space uses or leaves a coupon.</source>
        <translation>用方向键选择，按空格使用或取消。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CustomerLetters</name>
    <message>
        <source>No character</source>
        <translation>没有汉字</translation>
    </message>
    <message>
        <source>Letter %1</source>
        <translation>字母 %1</translation>
    </message>
    <message>
        <source>Characters before</source>
        <translation>前面的汉字</translation>
    </message>
    <message>
        <source>More characters</source>
        <translation>更多汉字</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Latin letters</source>
        <translation>英文字母</translation>
    </message>
    <message>
        <source>Chinese characters by pinyin</source>
        <translation>用拼音输入汉字</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Delete the last sign</source>
        <translation>删除最后一个字</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CustomerPad</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>I do not agree</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Digit %1</source>
        <translation>数字 %1</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CustomerPin</name>
    <message>
        <source>Take the window back</source>
        <translation>收回顾客屏</translation>
    </message>
    <message>
        <source>Customer types the PIN</source>
        <translation>请顾客输入密码</translation>
    </message>
    <message>
        <source>Take the customer&apos;s window back</source>
        <translation>收回顾客屏</translation>
    </message>
    <message>
        <source>Let the customer type the PIN on the other window</source>
        <translation>请顾客在顾客屏上输入密码</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CustomerWindow</name>
    <message>
        <source>Customer&apos;s window</source>
        <translation>顾客副屏</translation>
    </message>
    <message>
        <source>Thank you, see you again</source>
        <translation>谢谢惠顾，欢迎再来</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>%1, saves %2</source>
        <translation>%1，优惠 %2</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>找零 %1</translation>
    </message>
    <message>
        <source>You save %1</source>
        <translation>已优惠 %1</translation>
    </message>
    <message>
        <source>Points %1, from this bill %2</source>
        <translation>积分 %1，本单 %2</translation>
    </message>
    <message>
        <source>Scan to become a member</source>
        <translation>扫码成为会员</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DeliveryPanel</name>
    <message>
        <source>Deliver the goods</source>
        <translation>送货</translation>
    </message>
    <message>
        <source>Name, phone and address. The fee follows the member&apos;s tier and the amount; the address is printed on the receipt.</source>
        <translation>请填写姓名、电话和地址。送货费按会员等级和金额计算；地址印在小票上。</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>送到哪里</translation>
    </message>
    <message>
        <source>Name, phone and address</source>
        <translation>姓名、电话和地址</translation>
    </message>
    <message>
        <source>Taken along after all</source>
        <translation>改为自提</translation>
    </message>
    <message>
        <source>The goods are taken along, no fee</source>
        <translation>商品自提，不收送货费</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>送货</translation>
    </message>
    <message>
        <source>Deliver the goods of this bill</source>
        <translation>本单商品送货</translation>
    </message>
    <message>
        <source>Goes by: %1</source>
        <translation>配送方式：%1</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DemoPanel</name>
    <message>
        <source>A phone</source>
        <translation>一部手机</translation>
    </message>
    <message>
        <source>These buttons do what a reader and cards would do.</source>
        <translation>这些按钮代替读卡器和卡。</translation>
    </message>
    <message>
        <source>Tap: %1</source>
        <translation>刷卡：%1</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>拿开卡</translation>
    </message>
    <message>
        <source>Take the card away</source>
        <translation>把卡拿开</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>拔下</translation>
    </message>
    <message>
        <source>Unplug the reader</source>
        <translation>拔下读卡器</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>插上</translation>
    </message>
    <message>
        <source>Plug the reader in</source>
        <translation>插上读卡器</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>停用的卡</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>陌生的卡</translation>
    </message>
    <message>
        <source>Demo cards</source>
        <translation>演示卡</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DeviceCard</name>
    <message>
        <source>No reader or scanner yet</source>
        <translation>还没有读卡器或扫码枪</translation>
    </message>
    <message>
        <source>Add one on the left.</source>
        <translation>请在左侧添加。</translation>
    </message>
    <message>
        <source>Nothing was read since the till started</source>
        <translation>启动以来还没有读到过</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation>结束测试</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>End the test of this device</source>
        <translation>结束对此设备的测试</translation>
    </message>
    <message>
        <source>Test this device</source>
        <translation>测试此设备</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>Claim this device for the till</source>
        <translation>让收银机占用此设备</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Release this device to other programs</source>
        <translation>把此设备释放给其他程序</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this device from the till</source>
        <translation>从收银机移除此设备</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state, then what to do</comment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DeviceForm</name>
    <message>
        <source>Name, or empty for all</source>
        <translation>名称，留空为全部</translation>
    </message>
    <message>
        <source>Every reader of the smart card service, or those whose name begins so.</source>
        <translation>智能卡服务的所有读卡器，或名称以此开头的。</translation>
    </message>
    <message>
        <source>Stripe reader or scanner on a serial line, with its speed in baud.</source>
        <translation>串口上的磁条读卡器或扫码枪，并填波特率。</translation>
    </message>
    <message>
        <source>A scanner that types. Never the keyboard that people type on.</source>
        <translation>像键盘一样输入的扫码枪。切勿填人用的键盘。</translation>
    </message>
    <message>
        <source>A PN532 on a serial line, with its speed after a colon.</source>
        <translation>串口上的 PN532，冒号后写速率。</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the device</source>
        <translation>添加此设备</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>设备名称</translation>
    </message>
    <message>
        <source>Speed in baud</source>
        <translation>波特率</translation>
    </message>
    <message>
        <source>Smart card</source>
        <translation>智能卡</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>串口</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>键盘式扫码枪</translation>
    </message>
    <message>
        <source>NFC, serial</source>
        <translation>串口 NFC</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DevicesScreen</name>
    <message>
        <source>What state each reader was in, the newest first.</source>
        <translation>各读卡器的状态记录，最新的在前。</translation>
    </message>
    <message>
        <source>The readers are being examined…</source>
        <translation>正在检查读卡器…</translation>
    </message>
    <message>
        <source>What keeps readers from working, and what to do.</source>
        <translation>读卡器不能工作的原因和处理办法。</translation>
    </message>
    <message>
        <source>Readers and scanners</source>
        <translation>读卡器与扫码枪</translation>
    </message>
    <message>
        <source>Readers and scanners of this till</source>
        <translation>本收银机的读卡器与扫码枪</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Find what keeps readers from working</source>
        <translation>查找读卡器不能工作的原因</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>History of the readers</source>
        <translation>读卡器历史</translation>
    </message>
    <message>
        <source>Findings and history</source>
        <translation>检查结果与历史</translation>
    </message>
    <message>
        <source>Arrows choose a device, A adds one. A test takes one card or code away from the sale.</source>
        <translation>方向键选择设备，A 添加。测试会截下一张卡或一个码，不记入账单。</translation>
    </message>
    <message>
        <source>Release a device</source>
        <translation>释放设备</translation>
    </message>
    <message>
        <source>Remove a device</source>
        <translation>移除设备</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>添加设备</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DiscountPanel</name>
    <message>
        <source>%1 less</source>
        <translation>减 %1</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>折扣率</translation>
    </message>
    <message>
        <source>Discount as a rate</source>
        <translation>按折扣率</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>减金额</translation>
    </message>
    <message>
        <source>Discount as an amount of money</source>
        <translation>按金额减免</translation>
    </message>
    <message>
        <source>Rate to pay</source>
        <translation>折扣率</translation>
    </message>
    <message>
        <source>Amount less</source>
        <translation>减免金额</translation>
    </message>
    <message>
        <source>90</source>
        <translation>9</translation>
    </message>
    <message>
        <source>What is paid of the price: 90 means 90%.</source>
        <translation>9 或 90 都是九折，85 是八五折。</translation>
    </message>
    <message>
        <source>How much less the whole bill costs.</source>
        <translation>整单少收多少元。</translation>
    </message>
    <message>
        <source>No discount</source>
        <translation>不打折</translation>
    </message>
    <message>
        <source>Take the discount off again</source>
        <translation>取消整单折扣</translation>
    </message>
    <message>
        <source>Give the discount</source>
        <translation>确认折扣</translation>
    </message>
    <message>
        <source>Whole bill: %1</source>
        <translation>整单 %1</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Whole bill</source>
        <translation>整单</translation>
    </message>
    <message>
        <source>Discount on the whole bill</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>单品</translation>
    </message>
    <message>
        <source>Discount on the chosen line</source>
        <translation>所选商品折扣</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>A new price for each piece</source>
        <translation>每件的新价格</translation>
    </message>
    <message>
        <source>What one piece costs; at most the full price.</source>
        <translation>每件的价格，不高于原价。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::FirstDayScreen</name>
    <message>
        <source>A test slip is on its way.</source>
        <translation>测试小票正在打印。</translation>
    </message>
    <message>
        <source>Printer, drawer, displays</source>
        <translation>打印机、钱箱、顾显</translation>
    </message>
    <message>
        <source>Print a test slip</source>
        <translation>打印测试小票</translation>
    </message>
    <message>
        <source>Readers and scanners</source>
        <translation>读卡器与扫码枪</translation>
    </message>
    <message>
        <source>People who work here</source>
        <translation>本店员工</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>先练习</translation>
    </message>
    <message>
        <source>The first sale</source>
        <translation>第一笔销售</translation>
    </message>
    <message>
        <source>Shows font, width and cut</source>
        <translation>检查字体、纸宽和切纸</translation>
    </message>
    <message>
        <source>None yet; a scanner that types needs no setting up</source>
        <translation>尚未设置；键盘式扫码枪无需设置</translation>
    </message>
    <message numerus="yes">
        <source>%n set up</source>
        <translation>
            <numerusform>已设置 %n 台</numerusform>
        </translation>
    </message>
    <message>
        <source>Cashiers, their PINs and badges</source>
        <translation>收银员、密码与员工卡</translation>
    </message>
    <message>
        <source>The same till, with your goods; nothing counts</source>
        <translation>同样的界面和商品，不计入账目</translation>
    </message>
    <message>
        <source>Scan an item, F11, Enter</source>
        <translation>扫商品，F11，Enter</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>开业准备</translation>
    </message>
    <message>
        <source>The store is made. What stands on the counter is set up and tried here; nothing has to be done in this order.</source>
        <translation>门店已建立。在这里设置并测试台面设备，顺序不限。</translation>
    </message>
    <message>
        <source>Esc goes to the till; More, Settings, F opens this page again.</source>
        <translation>按 Esc 进入收银；更多、设置、F 可再次打开此页。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::FloatPanel</name>
    <message>
        <source>Opening float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>The last shift left %1 in the drawer. Count it, and correct it where it differs.</source>
        <translation>上一班留下 %1，请清点，不符时更正。</translation>
    </message>
    <message>
        <source>How much change lies in the drawer? Esc begins with nothing.</source>
        <translation>钱箱里有多少零钱？按 Esc 则从 0 开始。</translation>
    </message>
    <message>
        <source>Begin the shift</source>
        <translation>开班</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::GiftPanel</name>
    <message>
        <source>Goods for points</source>
        <translation>积分换购</translation>
    </message>
    <message>
        <source>So many points need the member&apos;s PIN.</source>
        <translation>使用这么多积分需要会员密码。</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card first, or find the member with F2.</source>
        <translation>请先刷会员卡，或按 F2 查找会员。</translation>
    </message>
    <message>
        <source>This member&apos;s tier has no goods for points.</source>
        <translation>该会员等级没有可换购的商品。</translation>
    </message>
    <message>
        <source>Arrows choose, Enter puts it on the bill.</source>
        <translation>方向键选择，回车加入账单。</translation>
    </message>
    <message>
        <source>Too few points</source>
        <translation>积分不足</translation>
    </message>
    <message>
        <source>normally %1 points</source>
        <translation>平时 %1 积分</translation>
    </message>
    <message>
        <source>Member&apos;s PIN</source>
        <translation>会员密码</translation>
    </message>
    <message>
        <source>Confirm with the PIN</source>
        <translation>用密码确认</translation>
    </message>
    <message>
        <source>Put it on the bill</source>
        <translation>加入账单</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::HeldPanel</name>
    <message>
        <source>Held bills</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>No bill is held.</source>
        <translation>没有挂单。</translation>
    </message>
    <message>
        <source>Prices are computed again when a bill comes back.</source>
        <translation>取单时重新计算价格。</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>无备注</translation>
    </message>
    <message>
        <source>Cancel this bill</source>
        <translation>取消此单</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>Headquarters cannot be reached: only this till&apos;s bills are shown.</source>
        <translation>连不上总部：只显示本机的挂单。</translation>
    </message>
    <message>
        <source>Asking for the bills of the other tills …</source>
        <translation>正在查询其他收银机的挂单……</translation>
    </message>
    <message>
        <source>Asking headquarters for this bill …</source>
        <translation>正在向总部询问这张挂单……</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>不等了</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::HelpOverlay</name>
    <message>
        <source>Keys of this till</source>
        <translation>收银台按键</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>关闭帮助</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::HoldPanel</name>
    <message>
        <source>Hold the bill</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>The bill waits here while others pay; F8 takes it up again. A few words help to find it.</source>
        <translation>先为其他顾客结账，按 F8 取单。写几个字便于查找。</translation>
    </message>
    <message>
        <source>Note, may stay empty</source>
        <translation>备注，可不填</translation>
    </message>
    <message>
        <source>Note for the held bill</source>
        <translation>挂单备注</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::LabelForm</name>
    <message>
        <source>Scan or type a label: here is what it means.</source>
        <translation>扫描或输入一张标签，这里显示它的含义。</translation>
    </message>
    <message>
        <source>The prefixes cannot be read. Write 20-29, or 21, 25.</source>
        <translation>前缀无法识别。请写成 20-29，或 21, 25。</translation>
    </message>
    <message>
        <source>The 13 letters cannot be read. The usual ones: PPIIIIIAAAAAC</source>
        <translation>13 位格式无法识别。常用格式：PPIIIIIAAAAAC</translation>
    </message>
    <message>
        <source>The 18 letters cannot be read. The usual ones: PPIIIIIAAAAAWWWWWC</source>
        <translation>18 位格式无法识别。常用格式：PPIIIIIAAAAAWWWWWC</translation>
    </message>
    <message>
        <source>No label: it has %1 digits.</source>
        <translation>不是标签：它有 %1 位。</translation>
    </message>
    <message>
        <source>No label: its prefix %1 is not among them.</source>
        <translation>不是标签：前缀 %1 不在其中。</translation>
    </message>
    <message>
        <source>Misread: the last digit should be %1. Scan it again.</source>
        <translation>读错了：末位应为 %1。请重新扫描。</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>货号 %1</translation>
    </message>
    <message>
        <source>amount %1</source>
        <translation>金额 %1</translation>
    </message>
    <message>
        <source>weight %1 kg</source>
        <translation>重量 %1 kg</translation>
    </message>
    <message>
        <source>%1. There is no such item in this store.</source>
        <translation>%1。本店没有这个商品。</translation>
    </message>
    <message>
        <source>%1. Sells %2: %3 for %4.</source>
        <translation>%1。售出 %2：%3，共 %4。</translation>
    </message>
    <message>
        <source>Prefixes of the scales&apos; labels</source>
        <translation>电子秤标签的前缀</translation>
    </message>
    <message>
        <source>13 digits, a letter for each; empty: not used</source>
        <translation>13 位，每位一个字母；留空为不使用</translation>
    </message>
    <message>
        <source>Layout of labels with 13 digits</source>
        <translation>13 位标签的格式</translation>
    </message>
    <message>
        <source>18 digits; empty: not used</source>
        <translation>18 位；留空为不使用</translation>
    </message>
    <message>
        <source>Layout of labels with 18 digits</source>
        <translation>18 位标签的格式</translation>
    </message>
    <message>
        <source>P prefix · I item · A amount in fen · W weight in grams · C check digit</source>
        <translation>P 前缀 · I 货号 · A 金额（分） · W 重量（克） · C 校验位</translation>
    </message>
    <message>
        <source>Try a label; nothing is sold</source>
        <translation>试读一张标签，不会售出</translation>
    </message>
    <message>
        <source>A label to try</source>
        <translation>试读的标签</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::LoginBand</name>
    <message>
        <source>Kahui</source>
        <translation>卡惠</translation>
    </message>
    <message>
        <source>Till and membership</source>
        <translation>收银与会员</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::LoginScreen</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色界面</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色界面</translation>
    </message>
    <message>
        <source>Demo store: the PIN is 123456 for all.
Cashier 1001 · leader 2001 · manager 9001</source>
        <translation>演示门店：密码均为 123456
收银员 1001 · 领班 2001 · 店长 9001</translation>
    </message>
    <message>
        <source>Sign in with your staff code and PIN, or tap your badge.</source>
        <translation>请输入工号和密码登录，或刷员工卡。</translation>
    </message>
    <message>
        <source>Training: your own code and PIN.
Nothing you do here counts.</source>
        <translation>练习模式：用自己的工号和密码登录，
所有操作都不计入账目。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MainWindow</name>
    <message>
        <source>Kahui till</source>
        <translation>卡惠收银</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ManagerScreen</name>
    <message>
        <source>Folder for the report</source>
        <translation>报表存放文件夹</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Money and trust</source>
        <translation>资金与诚信</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Length of time: %1</source>
        <translation>时间范围：%1</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Only members who agreed; show all</source>
        <translation>只显示同意联系的会员；改为全部</translation>
    </message>
    <message>
        <source>All members; show only those who agreed</source>
        <translation>全部会员；改为只显示同意联系的</translation>
    </message>
    <message>
        <source>Every tier</source>
        <translation>全部等级</translation>
    </message>
    <message>
        <source>Tier: %1</source>
        <translation>等级：%1</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Back to the charts</source>
        <translation>回到图表</translation>
    </message>
    <message>
        <source>The tables of this day</source>
        <translation>当日表格</translation>
    </message>
    <message>
        <source>The day or time before</source>
        <translation>前一天或前一段</translation>
    </message>
    <message>
        <source>The day or time after</source>
        <translation>后一天或后一段</translation>
    </message>
    <message>
        <source>Write this report as PDF</source>
        <translation>把报表存为 PDF</translation>
    </message>
    <message>
        <source>Write this report for Excel</source>
        <translation>把报表存为 Excel</translation>
    </message>
    <message>
        <source>Write this report as CSV</source>
        <translation>把报表存为 CSV</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the till</source>
        <translation>返回收银</translation>
    </message>
    <message>
        <source>Member sales of the day</source>
        <translation>当日会员销售</translation>
    </message>
    <message>
        <source>Goods: best sold, margins, promotions</source>
        <translation>商品：热销、毛利、促销</translation>
    </message>
    <message>
        <source>Members: tiers, segments, points</source>
        <translation>会员：等级、分层、积分</translation>
    </message>
    <message>
        <source>Members who need attention</source>
        <translation>需要跟进的会员</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>诚信</translation>
    </message>
    <message>
        <source>Money and trust: what to look at</source>
        <translation>资金与诚信：待查事项</translation>
    </message>
    <message>
        <source>Tables of this report</source>
        <translation>报表中的表格</translation>
    </message>
    <message>
        <source>Figures of the chosen table</source>
        <translation>所选表格的数字</translation>
    </message>
    <message>
        <source>Half a year</source>
        <translation>半年内</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Only who bought within half a year; show all</source>
        <translation>只看半年内消费的；改为全部</translation>
    </message>
    <message>
        <source>Whenever they bought; show only who bought within half a year</source>
        <translation>不限消费时间；改为只看半年内消费的</translation>
    </message>
    <message>
        <source>The month, with its targets</source>
        <translation>月报与目标</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Activity log: who did what when</source>
        <translation>操作日志：谁在何时做了什么</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print this report in short on the receipt printer</source>
        <translation>用小票机打印本报表摘要</translation>
    </message>
    <message>
        <source>The tasks of the shop</source>
        <translation>门店任务</translation>
    </message>
    <message>
        <source>Tasks</source>
        <comment>for a list</comment>
        <translation>全部建任务</translation>
    </message>
    <message>
        <source>A task for each member of this list</source>
        <translation>为名单中每位会员建任务</translation>
    </message>
    <message>
        <source>Coupons</source>
        <comment>for a list</comment>
        <translation>全部发券</translation>
    </message>
    <message>
        <source>A coupon for each member of this list</source>
        <translation>为名单中每位会员发券</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>名单是空的。</translation>
    </message>
    <message>
        <source>Choose another list.</source>
        <translation>请选择其他名单。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) of this list; who did not agree to be addressed is passed over.</source>
        <translation>
            <numerusform>本名单共 %n 人；未同意联系的会员会跳过。</numerusform>
        </translation>
    </message>
    <message>
        <source>F: spent at least, yuan in a year</source>
        <translation>F：近一年消费不少于（元）</translation>
    </message>
    <message>
        <source>F: code, name or category</source>
        <translation>F：编码、名称或分类</translation>
    </message>
    <message>
        <source>F: staff, member, receipt or words</source>
        <translation>F：工号、会员、小票或文字</translation>
    </message>
    <message>
        <source>Month</source>
        <comment>report</comment>
        <translation>月报</translation>
    </message>
    <message>
        <source>Targets and care plan</source>
        <translation>目标与关怀计划</translation>
    </message>
    <message>
        <source>Edit the targets and the steps of the care plan</source>
        <translation>修改目标和关怀计划的步骤</translation>
    </message>
    <message>
        <source>Up and Down choose a row, Enter edits it, T shows the next part.</source>
        <translation>↑ ↓ 选择一行，Enter 修改，T 切换到下一部分。</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>任意标签</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Invite the members of this list to an event</source>
        <translation>邀请名单上的会员参加活动</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1 项？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Press again to delete this campaign</source>
        <translation>再按一次删除该活动</translation>
    </message>
    <message>
        <source>Delete this campaign, if it has not begun</source>
        <translation>删除该活动（尚未开始的）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit this campaign and its cost</source>
        <translation>编辑该活动及其成本</translation>
    </message>
    <message>
        <source>Any bills</source>
        <translation>不限单数</translation>
    </message>
    <message numerus="yes">
        <source>%n+ bills</source>
        <translation>
            <numerusform>%n 单以上</numerusform>
        </translation>
    </message>
    <message>
        <source>However many bills; show only who has two or more in a year</source>
        <translation>不限单数；改为只看一年内两单以上的会员</translation>
    </message>
    <message>
        <source>Only who has two or more bills in a year; show all</source>
        <translation>只看一年内两单以上的会员；改为全部</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>A new campaign</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>核对号码</translation>
    </message>
    <message>
        <source>What a call to this member showed: confirmed, dead, not known</source>
        <translation>致电结果：已确认、空号、未知</translation>
    </message>
    <message>
        <source>Latest about members</source>
        <translation>最新会员动态</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>The next campaign</source>
        <translation>下一个活动</translation>
    </message>
    <message>
        <source>Campaigns: what they brought and cost</source>
        <translation>活动：效果与成本</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The rules in force, and the check list of the onboarding</source>
        <translation>现行规则与迎新检查表</translation>
    </message>
    <message>
        <source>1 to 9 choose a report, Page Up and Page Down a table, Enter opens the row.</source>
        <translation>1 至 9 选报表，PgUp、PgDn 选表，Enter 打开该行。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberCard</name>
    <message>
        <source>No member yet</source>
        <translation>尚无会员</translation>
    </message>
    <message>
        <source>Tap the card on the reader at any time</source>
        <translation>随时可在读卡器上刷卡</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>用手机号</translation>
    </message>
    <message>
        <source>Find a member by phone</source>
        <translation>按手机号查会员</translation>
    </message>
    <message>
        <source>Take the member off this bill</source>
        <translation>取消本单会员</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>From this bill</source>
        <translation>本单可得</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Points pay %1</source>
        <translation>积分抵扣 %1</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>积分抵扣</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>%1: top up</source>
        <translation>%1：充值</translation>
    </message>
    <message>
        <source>Let the guest join; the bill stays</source>
        <translation>请顾客入会，账单保留</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberDeskScreen</name>
    <message>
        <source>More than %1 members; ask for the full number.</source>
        <translation>超过 %1 位会员，请问完整号码。</translation>
    </message>
    <message>
        <source>Choose by name. Ask the customer; do not read names out.</source>
        <translation>请向顾客核对姓名后选择，勿念出姓名。</translation>
    </message>
    <message>
        <source>Full phone, its last four digits or member number; or tap the card. A new phone number leads to joining.</source>
        <translation>输入手机号、后四位或会员号，或刷卡。新手机号可直接办会员。</translation>
    </message>
    <message>
        <source>Card %1, %2</source>
        <translation>卡 %1，%2</translation>
    </message>
    <message>
        <source>Member desk</source>
        <translation>会员服务台</translation>
    </message>
    <message>
        <source>Phone, last four digits, number</source>
        <translation>手机号、后四位或会员号</translation>
    </message>
    <message>
        <source>Find a member by phone, last four digits or number</source>
        <translation>按手机号、后四位或会员号查找会员</translation>
    </message>
    <message>
        <source>Onto the bill</source>
        <translation>用于本单</translation>
    </message>
    <message>
        <source>Put the member on the open bill</source>
        <translation>把会员用于当前单</translation>
    </message>
    <message>
        <source>What the member has and did</source>
        <translation>会员的权益和记录</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>礼品</translation>
    </message>
    <message>
        <source>Letters on the buttons and 1 to 6 work at once; Esc goes back a step.</source>
        <translation>按钮上的字母和数字 1 至 6 可直接按；Esc 返回一步。</translation>
    </message>
    <message>
        <source>Print a blank form</source>
        <translation>打印空白申请表</translation>
    </message>
    <message>
        <source>Print a blank application form</source>
        <translation>打印一张空白入会申请表</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberEntry</name>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Phone or member number</source>
        <translation>手机号或会员号</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find the member</source>
        <translation>查找会员</translation>
    </message>
    <message>
        <source>Take off the bill</source>
        <translation>取消会员</translation>
    </message>
    <message>
        <source>Take the member off this bill</source>
        <translation>取消本单会员</translation>
    </message>
    <message>
        <source>Type the full phone, its last four digits or the member number, or tap the card.</source>
        <translation>输入手机号、后四位或会员号，或刷卡。</translation>
    </message>
    <message>
        <source>Member desk</source>
        <translation>会员服务台</translation>
    </message>
    <message>
        <source>Open the member desk</source>
        <translation>打开会员服务台</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberForm</name>
    <message>
        <source>Phone, 11 digits</source>
        <translation>手机号，11 位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Birthday, (YYYY)MMDD</source>
        <translation>生日，月日或年月日</translation>
    </message>
    <message>
        <source>Referrer: number, phone</source>
        <translation>推荐人会员号或手机号</translation>
    </message>
    <message>
        <source>Number of the paper form</source>
        <translation>纸质申请表编号</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Receiver: number or phone</source>
        <translation>受赠人会员号或手机号</translation>
    </message>
    <message>
        <source>Code of the gift</source>
        <translation>礼品编号</translation>
    </message>
    <message>
        <source>How many (1)</source>
        <translation>件数（1）</translation>
    </message>
    <message>
        <source>Code on the receipt</source>
        <translation>小票上的补积分码</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Old PIN of the member</source>
        <translation>会员旧密码</translation>
    </message>
    <message>
        <source>PIN of the member</source>
        <translation>会员密码</translation>
    </message>
    <message>
        <source>New PIN of the member</source>
        <translation>会员新密码</translation>
    </message>
    <message>
        <source>18+, agrees to terms</source>
        <translation>年满 18 岁并同意条款</translation>
    </message>
    <message>
        <source>Wants messages</source>
        <translation>愿意接收消息</translation>
    </message>
    <message>
        <source>A company</source>
        <translation>单位会员</translation>
    </message>
    <message>
        <source>Lunar birthday</source>
        <translation>农历生日</translation>
    </message>
    <message>
        <source>%1 Text of consent: version %2.</source>
        <translation>%1条款版本：%2。</translation>
    </message>
    <message>
        <source>Is 18 or older and agrees to the terms</source>
        <translation>年满 18 岁并同意会员条款</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Joins by: %1</source>
        <translation>招募渠道：%1</translation>
    </message>
    <message>
        <source>Tapped card: %1</source>
        <translation>已刷卡：%1</translation>
    </message>
    <message>
        <source>No card tapped yet</source>
        <translation>尚未刷卡</translation>
    </message>
    <message>
        <source>This is beyond your right. A shift leader or manager signs with code and PIN.</source>
        <translation>超出您的权限，请领班或店长输入工号和密码授权。</translation>
    </message>
    <message>
        <source>Staff code of who allows it</source>
        <translation>授权人工号</translation>
    </message>
    <message>
        <source>PIN of who allows it</source>
        <translation>授权人密码</translation>
    </message>
    <message>
        <source>Press again: %1</source>
        <translation>再按一次：%1</translation>
    </message>
    <message>
        <source>Esc stops the writing</source>
        <translation>按 Esc 停止写卡</translation>
    </message>
    <message>
        <source>Code of the group</source>
        <translation>团体代码</translation>
    </message>
    <message>
        <source>What was shown for it</source>
        <translation>出示的证明</translation>
    </message>
    <message>
        <source>Why, in words</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Who joins buys for %1 today: the open bill, or a guest&apos;s receipt by its code.</source>
        <translation>入会当日须消费满 %1：以当前账单计，或输入今天非会员小票上的码。</translation>
    </message>
    <message>
        <source>%1: %2 points</source>
        <translation>%1：%2 分</translation>
    </message>
    <message>
        <source>Take the window back</source>
        <translation>收回顾客屏</translation>
    </message>
    <message>
        <source>Let the customer type</source>
        <translation>请顾客输入</translation>
    </message>
    <message>
        <source>Take the customer&apos;s window back</source>
        <translation>收回顾客屏</translation>
    </message>
    <message>
        <source>Let the customer type on the other window</source>
        <translation>请顾客在顾客屏上输入</translation>
    </message>
    <message>
        <source>Scan goods meanwhile</source>
        <translation>可继续扫商品</translation>
    </message>
    <message>
        <source>Goods scanned while the customer types</source>
        <translation>顾客输入时扫的商品</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Agrees to terms</source>
        <translation>同意条款</translation>
    </message>
    <message>
        <source>As the rules say</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Last day, YYYYMMDD (none: no end)</source>
        <translation>截止日 YYYYMMDD（不填：长期）</translation>
    </message>
    <message>
        <source>Tax number (18 or 15)</source>
        <translation>税号（18 位或 15 位）</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MorePanel</name>
    <message>
        <source>Dark colours</source>
        <translation>深色界面</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色界面</translation>
    </message>
    <message>
        <source>Lock the till</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Demo cards</source>
        <translation>演示卡</translation>
    </message>
    <message>
        <source>Language of this till</source>
        <translation>切换界面语言</translation>
    </message>
    <message>
        <source>For bright or dim light</source>
        <translation>适应明亮或昏暗环境</translation>
    </message>
    <message>
        <source>The bill stays; your PIN opens it</source>
        <translation>当前单保留，用密码解锁</translation>
    </message>
    <message>
        <source>The bill stays for the next person</source>
        <translation>当前单留给下一位同事</translation>
    </message>
    <message>
        <source>Tap a card without a reader</source>
        <translation>没有读卡器也能刷卡</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Readers and scanners</source>
        <translation>读卡器与扫码枪</translation>
    </message>
    <message>
        <source>Test, add, remove; what is wrong</source>
        <translation>测试、添加、移除；查故障</translation>
    </message>
    <message>
        <source>Manager&apos;s view</source>
        <translation>店长工作台</translation>
    </message>
    <message>
        <source>The day, goods, members, lists</source>
        <translation>日报、商品、会员、名单</translation>
    </message>
    <message>
        <source>Stored value and count cards</source>
        <translation>储值与次卡</translation>
    </message>
    <message>
        <source>Open payments</source>
        <translation>待结付款</translation>
    </message>
    <message>
        <source>Printer, drawer, displays</source>
        <translation>打印机、钱箱、客显</translation>
    </message>
    <message>
        <source>Shift and drawer</source>
        <translation>交接班与钱箱</translation>
    </message>
    <message>
        <source>Receipts of today</source>
        <translation>今日小票</translation>
    </message>
    <message>
        <source>Return without a receipt</source>
        <translation>无单退货</translation>
    </message>
    <message>
        <source>Member desk</source>
        <translation>会员服务台</translation>
    </message>
    <message>
        <source>Top up, use, history</source>
        <translation>充值、使用、明细</translation>
    </message>
    <message>
        <source>By code, not settled yet</source>
        <translation>扫码付款，尚未结清</translation>
    </message>
    <message>
        <source>Set up, test; what waits</source>
        <translation>设置、测试；待打印</translation>
    </message>
    <message>
        <source>Cash in and out, count, close</source>
        <translation>投放、支出、清点、交班</translation>
    </message>
    <message>
        <source>Print a copy, open a bill again</source>
        <translation>补打、反结账</translation>
    </message>
    <message>
        <source>Scan the goods first; a manager signs</source>
        <translation>先扫描商品，由店长授权</translation>
    </message>
    <message>
        <source>Join, find, points, cards</source>
        <translation>入会、查询、积分、卡</translation>
    </message>
    <message>
        <source>Receipts and payments</source>
        <translation>小票与支付</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Devices, language, colours</source>
        <translation>设备、语言、配色</translation>
    </message>
    <message>
        <source>End the training</source>
        <translation>结束练习</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>练习模式</translation>
    </message>
    <message>
        <source>Back to the real till</source>
        <translation>回到正式收银</translation>
    </message>
    <message>
        <source>Practise; nothing counts</source>
        <translation>随意练习，不计入账目</translation>
    </message>
    <message>
        <source>Staff and PINs</source>
        <translation>员工与密码</translation>
    </message>
    <message>
        <source>Who works here; your own PIN</source>
        <translation>员工、权限、本人密码</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>开业准备</translation>
    </message>
    <message>
        <source>Set up the counter, practise</source>
        <translation>设置设备，练习</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What headquarters tells the stores</source>
        <translation>总部发给门店的通知</translation>
    </message>
    <message>
        <source>What is to be done, and by when</source>
        <translation>要做什么，何时到期</translation>
    </message>
    <message>
        <source>Copies, returns, announcements</source>
        <translation>补打、退货、公告</translation>
    </message>
    <message>
        <source>Receipt, labels, rounding</source>
        <translation>小票、标签、抹零</translation>
    </message>
    <message>
        <source>With their effect beside them</source>
        <translation>旁边即见效果</translation>
    </message>
    <message>
        <source>Club</source>
        <translation>会员活动</translation>
    </message>
    <message>
        <source>Events, interests, draws</source>
        <translation>活动、喜好、抽奖</translation>
    </message>
    <message>
        <source>Deliver the goods</source>
        <translation>送货</translation>
    </message>
    <message>
        <source>Address and fee for the open bill</source>
        <translation>当前账单的地址和送货费</translation>
    </message>
    <message>
        <source>Tasks and club</source>
        <translation>任务与会员活动</translation>
    </message>
    <message>
        <source>What is to be done; events, interests</source>
        <translation>待办任务；活动与喜好</translation>
    </message>
    <message>
        <source>Comments and feedback</source>
        <translation>留言与反馈</translation>
    </message>
    <message>
        <source>Read, comment, answer</source>
        <translation>查看、留言、回复</translation>
    </message>
    <message>
        <source>Goods for points</source>
        <translation>积分换购</translation>
    </message>
    <message>
        <source>Points and money in one line; Alt+X</source>
        <translation>积分加现金同一行；Alt+X</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::NewsScreen</name>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>new</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Headquarters has announced nothing.</source>
        <translation>总部没有公告。</translation>
    </message>
    <message>
        <source>Unread: %1</source>
        <translation>未读：%1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>Read by you</source>
        <translation>您已阅读</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>我已阅读</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Announcements of headquarters</source>
        <translation>总部公告</translation>
    </message>
    <message>
        <source>Members may see it.</source>
        <translation>会员可见。</translation>
    </message>
    <message>
        <source>Up and Down choose, D says that you have read it, Esc goes back.</source>
        <translation>上下键选择，D 标为已读，Esc 返回。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::NoticeBar</name>
    <message>
        <source>Take the last change back</source>
        <translation>撤销上一步</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::NumberPad</name>
    <message>
        <source>Digit %1</source>
        <translation>数字 %1</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Clear the entry</source>
        <translation>清空输入</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删去末位</translation>
    </message>
    <message>
        <source>Dash</source>
        <translation>短横</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PageHead</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the till</source>
        <translation>返回收银</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PaymentsScreen</name>
    <message>
        <source>Nothing is open: every payment by code is settled.</source>
        <translation>没有待结：所有扫码付款均已结清。</translation>
    </message>
    <message>
        <source>Ask until it is known. A paid one is finished with its bill, or reversed; it is never taken twice.</source>
        <translation>请查询到有结果为止。已支付的请完成账单或撤销，绝不重复收款。</translation>
    </message>
    <message>
        <source>Open payments</source>
        <translation>待结付款</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次查询</translation>
    </message>
    <message>
        <source>Ask again whether it was paid</source>
        <translation>再次查询是否已支付</translation>
    </message>
    <message>
        <source>Finish its bill</source>
        <translation>完成账单</translation>
    </message>
    <message>
        <source>Reverse it</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Esc goes back to the bill.</source>
        <translation>Esc 返回账单。</translation>
    </message>
    <message>
        <source>Let the bill go</source>
        <translation>放行账单</translation>
    </message>
    <message>
        <source>Open payments by code and by card</source>
        <translation>未结的扫码与卡内积分付款</translation>
    </message>
    <message>
        <source>Let the bill go; the card gets back what was taken</source>
        <translation>放行账单；已扣的会退回卡内</translation>
    </message>
    <message>
        <source>The card is not here, and nobody knows whether it paid. Say why the bill goes without it; when the card is seen again it gets back what was taken.</source>
        <translation>卡不在场，不能确定是否已付。请写明放行账单的原因；再见到此卡时，已扣的会退回。</translation>
    </message>
    <message>
        <source>Why, then Enter</source>
        <translation>原因，然后按 Enter</translation>
    </message>
    <message>
        <source>Why the bill goes without the card</source>
        <translation>不等卡而放行账单的原因</translation>
    </message>
    <message>
        <source>Give the points back</source>
        <translation>退回积分</translation>
    </message>
    <message>
        <source>The card is not here, and nobody knows whether it got the points. Say why the account gets them back; when the card is seen again they are taken off it.</source>
        <translation>卡不在场，不能确定是否收到积分。请写明退回账户的原因；再见到此卡时，会从卡内扣除。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PlanItemsPanel</name>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>需要：%1</translation>
    </message>
    <message>
        <source>Tags, benefits, draws or rules of the care plan</source>
        <translation>关怀计划的标签、权益、抽奖或规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PlanPanel</name>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>so far %1</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation>关怀计划</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>新步骤</translation>
    </message>
    <message>
        <source>This is no target.</source>
        <translation>这不是目标值。</translation>
    </message>
    <message>
        <source>Type yuan, per cent or a number; leave it empty for no target.</source>
        <translation>请输入元、百分比或数量；留空即不设目标。</translation>
    </message>
    <message>
        <source>The step has no name.</source>
        <translation>步骤没有名称。</translation>
    </message>
    <message>
        <source>Type what is to be done.</source>
        <translation>请输入要做什么。</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>这不是时间。</translation>
    </message>
    <message>
        <source>Type days: 7, or -7 for before; 2m 7 for two months and 7 days; 48h for hours.</source>
        <translation>请输入天数：7，之前写 -7；两个月零 7 天写 2m 7；小时写 48h。</translation>
    </message>
    <message>
        <source>The care plan cannot be changed.</source>
        <translation>关怀计划无法修改。</translation>
    </message>
    <message>
        <source>Put it in anew with: kahuictl tasks template set</source>
        <translation>请重新写入：kahuictl tasks template set</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Targets, or the steps of the care plan</source>
        <translation>目标，或关怀计划的步骤</translation>
    </message>
    <message>
        <source>Press again</source>
        <translation>再按一次</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Press again to remove the step</source>
        <translation>再按一次删除这个步骤</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>删除这个步骤</translation>
    </message>
    <message>
        <source>From the signing day</source>
        <translation>从签约日起算</translation>
    </message>
    <message>
        <source>From the first use</source>
        <translation>从首次服务起算</translation>
    </message>
    <message>
        <source>Dated from the signing day; press for the first use</source>
        <translation>从签约日起算；按下改为首次服务</translation>
    </message>
    <message>
        <source>Dated from the first use; press for the signing day</source>
        <translation>从首次服务起算；按下改为签约日</translation>
    </message>
    <message>
        <source>How often: %1</source>
        <translation>频次：%1</translation>
    </message>
    <message>
        <source>Closing asks for a check</source>
        <translation>完成时须确认</translation>
    </message>
    <message>
        <source>Closes without a check</source>
        <translation>完成时不确认</translation>
    </message>
    <message>
        <source>Closing asks whether all was done</source>
        <translation>完成时询问是否全部做到</translation>
    </message>
    <message>
        <source>Closing asks nothing</source>
        <translation>完成时不询问</translation>
    </message>
    <message>
        <source>Beside it stands what came of the month so far.</source>
        <translation>旁边是本月目前的实绩。</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Target, or empty for none</source>
        <translation>目标值，留空即不设</translation>
    </message>
    <message>
        <source>What to say and to bring</source>
        <translation>说什么、带什么</translation>
    </message>
    <message>
        <source>When: 7, -7, 2m 7 or 48h</source>
        <translation>时间：7、-7、2m 7 或 48h</translation>
    </message>
    <message>
        <source>Targets, or steps of the care plan</source>
        <translation>目标，或关怀计划的步骤</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加一个步骤</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the step up</source>
        <translation>上移这个步骤</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the step down</source>
        <translation>下移这个步骤</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>方式：%1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>新增一项</translation>
    </message>
    <message>
        <source>Press again to remove it</source>
        <translation>再按一次删除</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>删除这一项</translation>
    </message>
    <message>
        <source>Targets, or the parts of the care plan</source>
        <translation>目标，或关怀计划的各部分</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PointsPanel</name>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>积分抵扣</translation>
    </message>
    <message>
        <source>The member has</source>
        <translation>可用积分</translation>
    </message>
    <message>
        <source>This bill takes</source>
        <translation>本单最多</translation>
    </message>
    <message>
        <source>Used now</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>All it takes</source>
        <translation>用到上限</translation>
    </message>
    <message>
        <source>Whole yuan</source>
        <translation>凑整元</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>不用积分</translation>
    </message>
    <message>
        <source>Use no points on this bill</source>
        <translation>本单不用积分</translation>
    </message>
    <message>
        <source>Points to use</source>
        <translation>使用多少积分</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Member&apos;s PIN</source>
        <translation>会员密码</translation>
    </message>
    <message>
        <source>Confirm with the PIN</source>
        <translation>用密码确认</translation>
    </message>
    <message>
        <source>Headquarters confirmed %1 (%2)</source>
        <translation>总部已确认 %1（%2）</translation>
    </message>
    <message>
        <source>this till since: %1</source>
        <translation>本机此后 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>headquarters decides when you choose</source>
        <translation>选用时由总部确认</translation>
    </message>
    <message>
        <source>offline now: %1 placed here and %2 on trust</source>
        <translation>离线可用：本店额度 %1，信用额度 %2</translation>
    </message>
    <message>
        <source>the member&apos;s bound until headquarters confirms</source>
        <translation>总部确认前的会员限额</translation>
    </message>
    <message>
        <source>this till&apos;s bound until headquarters confirms</source>
        <translation>总部确认前的本机限额</translation>
    </message>
    <message>
        <source>the day&apos;s bound</source>
        <translation>当日限额</translation>
    </message>
    <message>
        <source>the balance is too old</source>
        <translation>余额数据过旧</translation>
    </message>
    <message>
        <source>more was spent than there was</source>
        <translation>积分已超用</translation>
    </message>
    <message>
        <source>nothing on trust any more</source>
        <translation>不再给信用额度</translation>
    </message>
    <message>
        <source>this till was restored</source>
        <translation>本机由备份恢复</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::QuantityEntry</name>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Now %1 %2, at %3</source>
        <translation>现在 %1 %2，单价 %3</translation>
    </message>
    <message>
        <source>New quantity</source>
        <translation>新数量</translation>
    </message>
    <message>
        <source>Set quantity</source>
        <translation>确定数量</translation>
    </message>
    <message>
        <source>%1 %2 may come back</source>
        <translation>可退 %1 %2</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReasonForm</name>
    <message>
        <source>Why? It stands in the log and in the manager&apos;s lists.</source>
        <translation>原因？它会记入日志和经理的清单。</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>常用原因</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Another reason, typed</source>
        <translation>输入其他原因</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with this reason</source>
        <translation>以此原因继续</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptForm</name>
    <message>
        <source>Paper 80 mm</source>
        <translation>纸宽 80 mm</translation>
    </message>
    <message>
        <source>Paper 58 mm</source>
        <translation>纸宽 58 mm</translation>
    </message>
    <message>
        <source>Width of the paper: %1</source>
        <translation>纸宽：%1</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>In Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Language of receipts: %1</source>
        <translation>小票语言：%1</translation>
    </message>
    <message>
        <source>Claim code: printed</source>
        <translation>补积分码：打印</translation>
    </message>
    <message>
        <source>Claim code: not printed</source>
        <translation>补积分码：不打印</translation>
    </message>
    <message>
        <source>Lines above the receipt</source>
        <translation>小票上方的文字</translation>
    </message>
    <message>
        <source>Lines below it</source>
        <translation>小票下方的文字</translation>
    </message>
    <message>
        <source>Logo: a picture file on this till</source>
        <translation>标志：本机上的图片文件</translation>
    </message>
    <message>
        <source>Link of the QR code; empty: no code</source>
        <translation>二维码链接；留空为不打印</translation>
    </message>
    <message>
        <source>First line above the receipt</source>
        <translation>小票上方第一行</translation>
    </message>
    <message>
        <source>Second line above the receipt</source>
        <translation>小票上方第二行</translation>
    </message>
    <message>
        <source>First line below the receipt</source>
        <translation>小票下方第一行</translation>
    </message>
    <message>
        <source>Second line below the receipt</source>
        <translation>小票下方第二行</translation>
    </message>
    <message>
        <source>Picture file of the logo</source>
        <translation>标志的图片文件</translation>
    </message>
    <message>
        <source>Link of the QR code</source>
        <translation>二维码链接</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptPanel</name>
    <message>
        <source>Next sale</source>
        <translation>下一单</translation>
    </message>
    <message>
        <source>Back to the bill</source>
        <translation>返回当前单</translation>
    </message>
    <message>
        <source>Paid and saved</source>
        <translation>收款成功</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>上一张小票</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>To pay %1</source>
        <translation>应收 %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>实收 %1</translation>
    </message>
    <message>
        <source>%1 points earned, balance %2</source>
        <translation>本单积分 %1，余额 %2</translation>
    </message>
    <message>
        <source>New tier: %1</source>
        <translation>升级为%1</translation>
    </message>
    <message>
        <source>Refunded and saved</source>
        <translation>已退款并保存</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退还顾客</translation>
    </message>
    <message>
        <source>For receipt %1</source>
        <translation>原小票 %1</translation>
    </message>
    <message>
        <source>%1 points taken back, balance %2</source>
        <translation>扣回 %1 积分，余额 %2</translation>
    </message>
    <message>
        <source>%1 points used</source>
        <translation>使用 %1 积分</translation>
    </message>
    <message>
        <source>%1 points given back</source>
        <translation>退还 %1 积分</translation>
    </message>
    <message>
        <source>Tier is now %1</source>
        <translation>等级变为%1</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Topped up and saved</source>
        <translation>已充值并保存</translation>
    </message>
    <message>
        <source>Copy number %1</source>
        <translation>补打 第%1次</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Paid out %1</source>
        <translation>付出 %1</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptPaper</name>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>交接单</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptPreview</name>
    <message>
        <source>How the receipt will look</source>
        <translation>小票的样子</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptsPanel</name>
    <message>
        <source>Receipts of today</source>
        <translation>今日小票</translation>
    </message>
    <message>
        <source>Open again: %1</source>
        <translation>反结账：%1</translation>
    </message>
    <message>
        <source>No receipt has this in its number or amount.</source>
        <translation>没有匹配的小票号或金额。</translation>
    </message>
    <message>
        <source>Arrows choose; a copy is marked and counted.</source>
        <translation>方向键选择；补打会标记并计次。</translation>
    </message>
    <message>
        <source>Part of the number, or the amount</source>
        <translation>小票号或金额</translation>
    </message>
    <message>
        <source>Search in the receipts of today</source>
        <translation>查找今日小票</translation>
    </message>
    <message>
        <source>Void and open again</source>
        <translation>反结账</translation>
    </message>
    <message>
        <source>Void the bill and open it again</source>
        <translation>反结账并重新开单</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>补打</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReportChart</name>
    <message>
        <source>, most: %1 with %2</source>
        <translation>，最多：%1，%2</translation>
    </message>
    <message>
        <source> (yuan)</source>
        <translation>（元）</translation>
    </message>
    <message>
        <source>Nothing in this time</source>
        <translation>这段时间没有数据</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReportTable</name>
    <message>
        <source>Nothing here</source>
        <translation>没有内容</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReturnEntry</name>
    <message>
        <source>Return goods</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Scan the receipt, or type its number. From the last receipt (Ctrl+R) the number is here already.</source>
        <translation>请扫小票或输入单号；从最近小票（Ctrl+R）进来会自动填好。</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>Show the receipt</source>
        <translation>打开小票</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReturnPanel</name>
    <message>
        <source>Press again: %1</source>
        <translation>再按一次退 %1</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>退款 %1</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>退货结算</translation>
    </message>
    <message>
        <source>Choose what comes back: tick the line, or step for a part of it.</source>
        <translation>请选择要退的商品，勾选整行，或用加减选部分。</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>Everything comes back</source>
        <translation>全部退</translation>
    </message>
    <message>
        <source>The gift is here, too</source>
        <translation>赠品一并退回</translation>
    </message>
    <message>
        <source>The gift is here and comes back, too</source>
        <translation>赠品在此，一并退回</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReturnTable</name>
    <message>
        <source>Lines of the receipt</source>
        <translation>小票上的商品</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::RoundingForm</name>
    <message>
        <source>nothing is dropped</source>
        <translation>不抹</translation>
    </message>
    <message>
        <source>%1 is dropped</source>
        <translation>抹去 %1</translation>
    </message>
    <message>
        <source>Headquarters sets the rounding for all stores; here it is only shown.</source>
        <translation>抹零由总部为各店统一设定，这里只供查看。</translation>
    </message>
    <message>
        <source>Never up: the customer pays no more than the goods cost.</source>
        <translation>只舍不入：顾客所付不会高于应收。</translation>
    </message>
    <message>
        <source>To the jiao below</source>
        <translation>抹分</translation>
    </message>
    <message>
        <source>Fen are dropped</source>
        <translation>去掉分</translation>
    </message>
    <message>
        <source>1 to 4 fen dropped</source>
        <translation>四舍</translation>
    </message>
    <message>
        <source>5 to 9 fen stay as they are</source>
        <translation>1 至 4 分去掉，5 至 9 分照收</translation>
    </message>
    <message>
        <source>To the yuan below</source>
        <translation>抹角</translation>
    </message>
    <message>
        <source>Jiao and fen are dropped</source>
        <translation>去掉角和分</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>不抹零</translation>
    </message>
    <message>
        <source>Nothing is dropped</source>
        <translation>按实收取</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1，已选</translation>
    </message>
    <message>
        <source>Only what is paid in cash</source>
        <translation>仅现金部分</translation>
    </message>
    <message>
        <source>Every bill</source>
        <translation>每一单</translation>
    </message>
    <message>
        <source>Rounding applies to: %1</source>
        <translation>抹零范围：%1</translation>
    </message>
    <message>
        <source>Offer a top-up to members who have no more than</source>
        <translation>余额不高于此数的会员提示充值</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::SearchPanel</name>
    <message>
        <source>Type a part of the name, the first letters of its pinyin, or a code.</source>
        <translation>输入品名的一部分、拼音首字母或条码。</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Try fewer letters.</source>
        <translation>没有找到“%1”。请少输几个字再试。</translation>
    </message>
    <message numerus="yes">
        <source>The best %n; type more to narrow down.</source>
        <translation>
            <numerusform>最接近的 %n 种；多输几个字可缩小范围。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) found. Enter adds the marked one.</source>
        <translation>
            <numerusform>找到 %n 种商品，按回车加入所选。</numerusform>
        </translation>
    </message>
    <message>
        <source>Name, pinyin initials or code</source>
        <translation>品名、拼音首字母或条码</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>查商品</translation>
    </message>
    <message>
        <source>Found items</source>
        <translation>查到的商品</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the bill</source>
        <translation>返回当前单</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::SetupWindow</name>
    <message>
        <source>Set up this till</source>
        <translation>设置本收银台</translation>
    </message>
    <message>
        <source>1 Store</source>
        <translation>1 门店</translation>
    </message>
    <message>
        <source>2 Manager</source>
        <translation>2 店长</translation>
    </message>
    <message>
        <source>3 Headquarters</source>
        <translation>3 总部</translation>
    </message>
    <message>
        <source>4 Goods and members</source>
        <translation>4 商品与会员</translation>
    </message>
    <message>
        <source>The store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>As it stands on receipts. The rules can be changed later, without a change to what was sold.</source>
        <translation>将显示在小票上。规则以后可以更改，不影响已售的单据。</translation>
    </message>
    <message>
        <source>Name of the store</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Store number</source>
        <translation>门店编号</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>收银台号</translation>
    </message>
    <message>
        <source>Rules to begin with</source>
        <translation>会员规则</translation>
    </message>
    <message>
        <source>The first manager</source>
        <translation>第一位店长</translation>
    </message>
    <message>
        <source>May do everything here, and lets others in. The PIN is kept nowhere in clear: note it safely.</source>
        <translation>拥有全部权限，并可添加其他员工。密码不以明文保存，请妥善记录。</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name of the manager</source>
        <translation>店长姓名</translation>
    </message>
    <message>
        <source>PIN, 4 to 12 digits</source>
        <translation>密码（4 至 12 位数字）</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Headquarters</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>A chain&apos;s till gets its number and its members from there. A store of its own goes on without.</source>
        <translation>连锁门店由总部分配编号并下发会员。独立门店可以跳过。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>注册码</translation>
    </message>
    <message>
        <source>The word that headquarters gave for this register; good once, for 24 hours.</source>
        <translation>总部为本收银台生成的注册码，24 小时内一次有效。</translation>
    </message>
    <message>
        <source>Goods and members</source>
        <translation>商品与会员</translation>
    </message>
    <message>
        <source>CSV files in UTF-8 with a header line. Good rows go in, the others are named below.</source>
        <translation>带表头的 UTF-8 CSV 文件。合格的行会导入，其余的列在下方。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Only check the goods</source>
        <translation>仅检查商品</translation>
    </message>
    <message>
        <source>Take goods in</source>
        <translation>导入商品</translation>
    </message>
    <message>
        <source>Take members in</source>
        <translation>导入会员</translation>
    </message>
    <message>
        <source>Rows that did not go in</source>
        <translation>未导入的行</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Make the store</source>
        <translation>建立门店</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>打开收银台</translation>
    </message>
    <message>
        <source>CSV file of goods or members</source>
        <translation>商品或会员 CSV 文件</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>kahuictl import names them all.</source>
        <translation>用 kahuictl import 可查看全部。</translation>
    </message>
    <message>
        <source>Kahui till</source>
        <translation>卡惠收银</translation>
    </message>
    <message>
        <source>Enter goes on. What is left out now can be done later with kahuictl.</source>
        <translation>按 Enter 继续。跳过的内容以后可用 kahuictl 完成。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ShiftScreen</name>
    <message>
        <source>Open the drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Read the shift report</source>
        <translation>查看交接班报表</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>投放</translation>
    </message>
    <message>
        <source>Change brought, money found</source>
        <translation>换入零钱等</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Small bills paid from the drawer</source>
        <translation>从钱箱支付小额费用</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>取款</translation>
    </message>
    <message>
        <source>Takings out of the drawer</source>
        <translation>营业款入保险柜</translation>
    </message>
    <message>
        <source>Open without a sale</source>
        <translation>空开钱箱</translation>
    </message>
    <message>
        <source>The reason is noted</source>
        <translation>记录原因</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>What lies in the drawer at the start</source>
        <translation>开班时钱箱里的现金</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>清点交班</translation>
    </message>
    <message>
        <source>Blind count, difference, hand-over slip</source>
        <translation>盲点、差额、交接单</translation>
    </message>
    <message>
        <source>Why is it opened?</source>
        <translation>为什么打开钱箱？</translation>
    </message>
    <message>
        <source>What the drawer should hold is shown after it is counted.</source>
        <translation>清点后才显示应有金额。</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>打印班次小票</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>打印小票</translation>
    </message>
    <message>
        <source>Print this slip</source>
        <translation>打印这张小票</translation>
    </message>
    <message>
        <source>Last shift</source>
        <translation>补打上一班</translation>
    </message>
    <message>
        <source>Print the slip of the last shift again</source>
        <translation>补打上一班的小票</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ShopSettingsScreen</name>
    <message>
        <source>Change the receipt</source>
        <translation>修改小票</translation>
    </message>
    <message>
        <source>Saved; the next receipt has it.</source>
        <translation>已保存，下一张小票起生效。</translation>
    </message>
    <message>
        <source>Change the labels of scales</source>
        <translation>修改秤标签</translation>
    </message>
    <message>
        <source>Change the rounding</source>
        <translation>修改抹零</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>修改语言</translation>
    </message>
    <message>
        <source>Saved; this till begins in it.</source>
        <translation>已保存，本机以此语言启动。</translation>
    </message>
    <message>
        <source>Receipt, labels, rounding, language</source>
        <translation>小票、标签、抹零、语言</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Paper, lines, codes</source>
        <translation>纸张、文字、条码</translation>
    </message>
    <message>
        <source>Scale labels</source>
        <translation>秤标签</translation>
    </message>
    <message>
        <source>What stands where</source>
        <translation>各位的含义</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>And small balances</source>
        <translation>及低余额提示</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of the screens</source>
        <translation>屏幕显示</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1，已显示</translation>
    </message>
    <message>
        <source>The whole till changes at once and begins in this language from now on.</source>
        <translation>整个收银台立即切换，以后也以此语言启动。</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>保存所显示的内容</translation>
    </message>
    <message>
        <source>Amounts before and after rounding</source>
        <translation>抹零前后的金额</translation>
    </message>
    <message>
        <source>Settings of this till. Esc goes back.</source>
        <translation>本机设置。Esc 返回。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::SidePanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::StaffScreen</name>
    <message>
        <source>by the role</source>
        <translation>按角色</translation>
    </message>
    <message>
        <source>for this person alone</source>
        <translation>单独设定</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>no</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>People of the store</source>
        <translation>本店员工</translation>
    </message>
    <message>
        <source>Rights of this person</source>
        <translation>此人的权限</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>新增员工</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Give a badge</source>
        <translation>发放员工卡</translation>
    </message>
    <message>
        <source>Take the badge away</source>
        <translation>取消员工卡</translation>
    </message>
    <message>
        <source>Change my own PIN</source>
        <translation>更改本人密码</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>PIN until now</source>
        <translation>原密码</translation>
    </message>
    <message>
        <source>New PIN, or empty: as it is</source>
        <translation>新密码，不填则不变</translation>
    </message>
    <message>
        <source>New PIN, 4 to 12 digits</source>
        <translation>新密码，4 至 12 位数字</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>本店员工</translation>
    </message>
    <message>
        <source>Each act at the till carries the name of who did it. A badge signs in without typing.</source>
        <translation>每项操作都会记录操作人。用员工卡登录无需输入。</translation>
    </message>
    <message>
        <source>Space on a right gives or takes it for this person alone.</source>
        <translation>在权限上按空格，可单独授予或取消。</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Nobody else needs to know it.</source>
        <translation>不必告诉任何人。</translation>
    </message>
    <message>
        <source>Esc goes back.</source>
        <translation>按 Esc 返回。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::StartErrorWindow</name>
    <message>
        <source>Kahui cannot start</source>
        <translation>卡惠无法启动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TalkScreen</name>
    <message>
        <source>announcement</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>feedback</source>
        <translation>反馈</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条待回复</numerusform>
        </translation>
    </message>
    <message>
        <source>gone with the member</source>
        <translation>已随会员注销</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>本店</translation>
    </message>
    <message>
        <source>Nothing is announced, planned or complained of.</source>
        <translation>没有公告、活动或反馈。</translation>
    </message>
    <message>
        <source>Waiting for an answer: %1</source>
        <translation>待回复：%1</translation>
    </message>
    <message>
        <source>This is no member number.</source>
        <translation>这不是会员号。</translation>
    </message>
    <message>
        <source>Type the number on the card; a guest has none.</source>
        <translation>请输入卡上的号码；非会员没有。</translation>
    </message>
    <message>
        <source>Its own member may comment</source>
        <translation>本人可以留言</translation>
    </message>
    <message>
        <source>Members may comment</source>
        <translation>会员可以留言</translation>
    </message>
    <message>
        <source>Members may not comment</source>
        <translation>会员不能留言</translation>
    </message>
    <message>
        <source>Close to members</source>
        <translation>关闭会员留言</translation>
    </message>
    <message>
        <source>Open to members</source>
        <translation>开放会员留言</translation>
    </message>
    <message>
        <source>Members may not comment any more</source>
        <translation>会员不能再留言</translation>
    </message>
    <message>
        <source>What is to be said for the shop</source>
        <translation>本店要说的话</translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation>顾客说的话</translation>
    </message>
    <message>
        <source>The answer to the member</source>
        <translation>给会员的回复</translation>
    </message>
    <message>
        <source>Comments and feedback</source>
        <translation>留言与反馈</translation>
    </message>
    <message>
        <source>Announcements, events and feedback</source>
        <translation>公告、活动与反馈</translation>
    </message>
    <message>
        <source>Comments, oldest first</source>
        <translation>留言，由旧到新</translation>
    </message>
    <message>
        <source>Member number; a guest has none</source>
        <translation>会员号；非会员没有</translation>
    </message>
    <message>
        <source>Member number of the customer</source>
        <translation>顾客的会员号</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the comment</source>
        <translation>保存留言</translation>
    </message>
    <message>
        <source>For the shop</source>
        <translation>本店留言</translation>
    </message>
    <message>
        <source>Comment for the shop</source>
        <translation>以本店名义留言</translation>
    </message>
    <message>
        <source>Customer says</source>
        <translation>顾客留言</translation>
    </message>
    <message>
        <source>A customer comments</source>
        <translation>顾客要留言</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Answer the member</source>
        <translation>回复会员</translation>
    </message>
    <message>
        <source>Up and Down choose, letters on the buttons work at once, Esc goes back.</source>
        <translation>上下键选择，按钮上的字母可直接按，Esc 返回。</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TaskForm</name>
    <message>
        <source>Due: 0315, 0315 1130, or days from now</source>
        <translation>到期：0315、0315 1130，或几天后</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Score, 1 to 5</source>
        <translation>评分，1 到 5</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>会员怎么说</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Next task, if any</source>
        <translation>下一项任务（可空）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Signing day: 0301, or empty for today</source>
        <translation>签约日：0301，空为今天</translation>
    </message>
    <message>
        <source>First use: 0315 1100</source>
        <translation>首次服务：0315 1100</translation>
    </message>
    <message>
        <source>Amount of the coupon</source>
        <translation>券面额</translation>
    </message>
    <message>
        <source>Least bill, or empty</source>
        <translation>最低消费（可空）</translation>
    </message>
    <message>
        <source>Good for days, or empty for 30</source>
        <translation>有效天数，空为 30 天</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新任务</translation>
    </message>
    <message>
        <source>Close the task</source>
        <translation>完成任务</translation>
    </message>
    <message>
        <source>Another date</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Rate it</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Cancel the task</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Start the onboarding</source>
        <translation>开始迎新</translation>
    </message>
    <message>
        <source>Coupons for the selection</source>
        <translation>为所选会员发券</translation>
    </message>
    <message>
        <source>This is no date.</source>
        <translation>这不是日期。</translation>
    </message>
    <message>
        <source>Type 0315 for 15 March, 0315 1130 with a time, or 7 for a week from now.</source>
        <translation>3 月 15 日输 0315，带时间输 0315 1130，一周后输 7。</translation>
    </message>
    <message>
        <source>This is no score.</source>
        <translation>这不是评分。</translation>
    </message>
    <message>
        <source>Type a figure from 1 to 5.</source>
        <translation>请输入 1 到 5。</translation>
    </message>
    <message>
        <source>This is no amount of a coupon.</source>
        <translation>这不是券面额。</translation>
    </message>
    <message>
        <source>Type yuan, for example 10.</source>
        <translation>请输入元，例如 10。</translation>
    </message>
    <message>
        <source>This is no amount of money.</source>
        <translation>这不是金额。</translation>
    </message>
    <message>
        <source>Type yuan, for example 50, or leave it empty.</source>
        <translation>请输入元，例如 50，或留空。</translation>
    </message>
    <message>
        <source>This is no number of days.</source>
        <translation>这不是天数。</translation>
    </message>
    <message>
        <source>Type a figure from 1 to 366, or leave it empty.</source>
        <translation>请输入 1 到 366，或留空。</translation>
    </message>
    <message>
        <source>A batch of coupons needs a reason.</source>
        <translation>批量发券需要原因。</translation>
    </message>
    <message>
        <source>Type why, in a few words; the log keeps it.</source>
        <translation>请简要说明原因；日志会保留。</translation>
    </message>
    <message>
        <source>This is no member number.</source>
        <translation>这不是会员号。</translation>
    </message>
    <message>
        <source>Type it as it stands on the card or at the member desk.</source>
        <translation>请按会员卡或服务台所示输入。</translation>
    </message>
    <message>
        <source>Type 0301 for 1 March, or leave it empty for today.</source>
        <translation>3 月 1 日输 0301，今天可留空。</translation>
    </message>
    <message>
        <source>Type 0315 for 15 March, 0315 1100 with the time of its end.</source>
        <translation>3 月 15 日输 0315，带结束时间输 0315 1100。</translation>
    </message>
    <message>
        <source>The task has no words.</source>
        <translation>任务没有内容。</translation>
    </message>
    <message>
        <source>Type what is to be done.</source>
        <translation>请输入要做什么。</translation>
    </message>
    <message>
        <source>All of it was done</source>
        <translation>全部已做</translation>
    </message>
    <message>
        <source>Issue them</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>离开表单</translation>
    </message>
    <message>
        <source>For tiers: GLD PLT; empty: all</source>
        <translation>适用等级：GLD PLT；留空不限</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TasksScreen</name>
    <message>
        <source>Nothing is to be done here.</source>
        <translation>这里没有任务。</translation>
    </message>
    <message>
        <source>The store has no care plan yet.</source>
        <translation>门店还没有服务计划。</translation>
    </message>
    <message>
        <source>Kind of task: %1</source>
        <translation>任务类别：%1</translation>
    </message>
    <message>
        <source>Open ones</source>
        <translation>只看待办</translation>
    </message>
    <message>
        <source>Closed, too</source>
        <translation>含已结束</translation>
    </message>
    <message>
        <source>Only tasks that are open</source>
        <translation>只看待办任务</translation>
    </message>
    <message>
        <source>Tasks that are closed, too</source>
        <translation>也显示已结束的任务</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>全部会员</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Tasks of all members</source>
        <translation>全部会员的任务</translation>
    </message>
    <message>
        <source>Tasks and benefits of this member</source>
        <translation>该会员的任务与权益</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新任务</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Another date</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>已商定</translation>
    </message>
    <message>
        <source>Arranged</source>
        <translation>已安排</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>迎新</translation>
    </message>
    <message>
        <source>Open member</source>
        <translation>打开会员</translation>
    </message>
    <message>
        <source>Open the member of this task</source>
        <translation>打开该任务的会员</translation>
    </message>
    <message>
        <source>Up and Down choose a task, D closes it, M moves it, Enter opens the member.</source>
        <translation>上下键选任务，D 完成，M 改期，Enter 打开会员。</translation>
    </message>
    <message>
        <source>A manager makes it in the manager&apos;s view: Month, then E.</source>
        <translation>由店长在店长工作台中制定：月报，再按 E。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose this task, or leave it out again</source>
        <translation>选中该任务，或取消选中</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1 项？</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1 项</translation>
    </message>
    <message numerus="yes">
        <source>Press again to delete %n task(s)</source>
        <translation>
            <numerusform>再按一次删除 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the chosen tasks</source>
        <translation>删除选中的任务</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TenderPanel</name>
    <message>
        <source>To pay %1</source>
        <translation>应收 %1</translation>
    </message>
    <message>
        <source>rounded %1</source>
        <translation>抹零 %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>还差</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>实收现金</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>确认收款</translation>
    </message>
    <message>
        <source>Exact: %1</source>
        <translation>正好 %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>实收 %1</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>已收：%1</translation>
    </message>
    <message>
        <source>All is paid</source>
        <translation>已全部付清</translation>
    </message>
    <message>
        <source>The bill is not saved yet: press Enter.</source>
        <translation>账单尚未保存：按 Enter。</translation>
    </message>
    <message>
        <source>Stored value %1</source>
        <translation>储值 %1</translation>
    </message>
    <message>
        <source>No stored value</source>
        <translation>没有储值</translation>
    </message>
    <message>
        <source>It pays as much as there is; the rest stays open.</source>
        <translation>有多少付多少，其余待付。</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card before payment, or top it up first.</source>
        <translation>请在付款前刷会员卡，或先充值。</translation>
    </message>
    <message>
        <source>Save the bill</source>
        <translation>保存账单</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>收取 %1</translation>
    </message>
    <message>
        <source>Pay this part next</source>
        <translation>先付这部分</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>还需付</translation>
    </message>
    <message>
        <source>This part</source>
        <translation>本笔</translation>
    </message>
    <message>
        <source>Pay by: %1</source>
        <translation>付款方式：%1</translation>
    </message>
    <message>
        <source>Or scan the customer&apos;s payment code.</source>
        <translation>也可直接扫顾客付款码。</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>参考号</translation>
    </message>
    <message>
        <source>Reference number of the card slip</source>
        <translation>签购单参考号</translation>
    </message>
    <message>
        <source>Reference number of the terminal&apos;s slip, 4 to 12 signs. Never the card number.</source>
        <translation>POS 签购单参考号，4 至 12 位。切勿输入卡号。</translation>
    </message>
    <message>
        <source>Voucher number</source>
        <translation>券号</translation>
    </message>
    <message>
        <source>Number of the voucher</source>
        <translation>代金券号码</translation>
    </message>
    <message>
        <source>Its number, 4 to 12 signs. Its value is split off first where it is less.</source>
        <translation>券号，4 至 12 位。面值较小时请先拆分。</translation>
    </message>
    <message>
        <source>Member&apos;s PIN</source>
        <translation>会员密码</translation>
    </message>
    <message>
        <source>Amount of the next part</source>
        <translation>下一笔金额</translation>
    </message>
    <message>
        <source>Type the next part, then choose how it is paid or scan a code.</source>
        <translation>输入下一笔金额，再选付款方式或扫码。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次查询</translation>
    </message>
    <message>
        <source>Ask again whether it was paid</source>
        <translation>再次查询是否已支付</translation>
    </message>
    <message>
        <source>Reverse the payment</source>
        <translation>撤销付款</translation>
    </message>
    <message>
        <source>Set the bill aside</source>
        <translation>搁置账单</translation>
    </message>
    <message>
        <source>Set the bill aside until it is known</source>
        <translation>搁置账单，直到有结果</translation>
    </message>
    <message>
        <source>Points on card: %1</source>
        <translation>卡内积分：%1</translation>
    </message>
    <message>
        <source>Pay with the %1 points on the card, worth %2</source>
        <translation>用卡内 %1 积分付款，价值 %2</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TopBar</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Demo cards</source>
        <translation>演示卡</translation>
    </message>
    <message>
        <source>Tap a demo card</source>
        <translation>刷一张演示卡</translation>
    </message>
    <message numerus="yes">
        <source>%n open payment(s)</source>
        <translation>
            <numerusform>%n 笔付款未结</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) by code are not settled: show the list</source>
        <translation>
            <numerusform>%n 笔扫码付款未结：查看列表</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TotalsCard</name>
    <message>
        <source>To pay %1</source>
        <translation>应收 %1</translation>
    </message>
    <message>
        <source>Full price</source>
        <translation>原价合计</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已优惠</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应收</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TrainingFrame</name>
    <message>
        <source>Training: nothing counts</source>
        <translation>练习模式 · 不计入账目</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>练习</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ValueScreen</name>
    <message>
        <source>This is not an amount of money.</source>
        <translation>这不是金额。</translation>
    </message>
    <message>
        <source>Type what the member pays, for example 500.</source>
        <translation>请输入会员支付的金额，例如 500。</translation>
    </message>
    <message>
        <source>Stored value: %1</source>
        <translation>储值：%1</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card at the checkout first.</source>
        <translation>请先在收银界面刷会员卡。</translation>
    </message>
    <message>
        <source>of it bonus %1</source>
        <translation>其中赠送 %1</translation>
    </message>
    <message>
        <source>Nothing was ever topped up.</source>
        <translation>尚未充值。</translation>
    </message>
    <message>
        <source>Top up: what the member pays</source>
        <translation>充值：会员支付金额</translation>
    </message>
    <message>
        <source>%1 by bank card: reference of the slip</source>
        <translation>银行卡 %1：签购单参考号</translation>
    </message>
    <message>
        <source>Close it: a manager&apos;s staff code</source>
        <translation>退卡：店长工号</translation>
    </message>
    <message>
        <source>Close it: the manager&apos;s PIN</source>
        <translation>退卡：店长密码</translation>
    </message>
    <message>
        <source>No bonus; %1 afterwards.</source>
        <translation>无赠送；充值后 %1。</translation>
    </message>
    <message>
        <source>Bonus %1 (%2); %3 afterwards.</source>
        <translation>赠送 %1（%2）；充值后 %3。</translation>
    </message>
    <message>
        <source>Top up in cash</source>
        <translation>现金充值</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>By bank card</source>
        <translation>银行卡充值</translation>
    </message>
    <message>
        <source>Top up by bank card</source>
        <translation>用银行卡充值</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Close the stored value and pay out the principal</source>
        <translation>退卡并付出本金</translation>
    </message>
    <message>
        <source>Count cards</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Use once</source>
        <translation>使用一次</translation>
    </message>
    <message>
        <source>Use the chosen count card once</source>
        <translation>使用所选次卡一次</translation>
    </message>
    <message>
        <source>History</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>History of stored value and count cards</source>
        <translation>储值与次卡明细</translation>
    </message>
    <message>
        <source>Enter tops up. Esc goes back.</source>
        <translation>Enter 充值。Esc 返回。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Headquarters confirmed %1 (%2)</source>
        <translation>总部已确认 %1（%2）</translation>
    </message>
    <message>
        <source>this till since: %1</source>
        <translation>本机此后 %1</translation>
    </message>
    <message>
        <source>offline now: %1 to pay with</source>
        <translation>离线可付 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::WhyPanel</name>
    <message>
        <source>whole bill</source>
        <translation>整单</translation>
    </message>
    <message>
        <source>Full price %1, paid %2</source>
        <translation>原价 %1，实付 %2</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>价格说明</translation>
    </message>
    <message>
        <source>Rules tried on this line</source>
        <translation>这一行试过的规则</translation>
    </message>
</context>
</TS>
