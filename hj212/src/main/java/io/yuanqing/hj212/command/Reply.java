package io.yuanqing.hj212.command;

import org.jspecify.annotations.Nullable;

/** 9011 to 9014. */
public sealed interface Reply extends Message permits DataAnswer, ExecutionResult, NoticeAnswer, RequestAnswer {

    /** The QN of what is answered: from the CP (2005), else from the header (2017, 2025). */
    @Nullable
    String answeredQn();
}
