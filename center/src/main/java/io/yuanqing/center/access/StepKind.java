package io.yuanqing.center.access;

/** What happened to a command, one row each. */
enum StepKind {
    CONFIRMED("已确认", "confirmed"),
    SENT("已发送", "sent"),
    SENT_AGAIN("重发", "sent again"),
    /** Its turn, or a re-send's, came while the logger was not connected. */
    NOT_SENT("未连接，未发送", "not connected, not sent"),
    /** 9011 with QnRtn=1. */
    ACCEPTED("请求已接受", "request accepted"),
    DATA("收到数据", "data received"),
    DONE("执行成功", "done"),
    NO_DATA("没有数据", "no data"),
    REFUSED("请求被拒绝", "request refused"),
    FAILED("执行失败", "failed"),
    NO_REPLY("超时无应答", "no reply in time"),
    NO_RESULT("超时无执行结果", "no result in time"),
    DISCONNECTED("连接已断开", "disconnected"),
    RESTARTED("服务器重启", "the server was restarted"),
    WITHDRAWN("已撤回", "withdrawn");

    private final String zh;
    private final String en;

    StepKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
