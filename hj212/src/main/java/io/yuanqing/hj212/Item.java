package io.yuanqing.hj212;

import java.util.List;

/** What stands between two {@code ;} of a CP: one or more fields, separated by {@code ,}. */
public record Item(List<Field> fields) {}
