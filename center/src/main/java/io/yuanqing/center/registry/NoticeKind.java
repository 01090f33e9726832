package io.yuanqing.center.registry;

/** What an enterprise has to tell the authority of its automatic monitoring (部令第19号). */
public enum NoticeKind {
    /** 登记: equipment was accepted; to be filed within a term. */
    REGISTRATION(false),
    /** 变更登记: main unit, core part or sampling position changed, and was accepted again; to be filed within a term. */
    REACCEPTANCE(false),
    /** 停运申请: answered within a term, silence is consent. */
    STOP(true),
    /** 拆除申请: the same. */
    REMOVAL(true);

    private final boolean answered;

    NoticeKind(boolean answered) {
        this.answered = answered;
    }

    /** Whether the authority answers it. */
    public boolean answered() {
        return answered;
    }
}
