package io.yuanqing.center.access;

/** Where a command to a logger is. */
enum CommandState {
    AWAITS_CONFIRMATION("待确认", "awaits confirmation"),
    QUEUED("排队", "queued"),
    SENT("已发送", "sent"),
    ACCEPTED("已接受", "accepted"),
    RECEIVING("正在接收数据", "receiving data"),
    DONE("完成", "done"),
    /** Carried out, but there were no data: ExeRtn=100. */
    NO_DATA("没有数据", "no data"),
    REFUSED("被拒绝", "refused"),
    FAILED("失败", "failed"),
    TIMED_OUT("超时", "timed out"),
    /** The logger was gone when its reply was due. */
    DISCONNECTED("连接已断开", "disconnected"),
    /** The server ended while it ran: whether it was carried out is unknown. */
    RESTARTED("因服务器重启终止", "ended by a restart"),
    WITHDRAWN("已撤回", "withdrawn");

    private final String zh;
    private final String en;

    CommandState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    /** There is no way out of it. */
    boolean ended() {
        return ordinal() >= DONE.ordinal();
    }
}
