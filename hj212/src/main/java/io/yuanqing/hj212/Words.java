package io.yuanqing.hj212;

/** The same said in English and in Chinese. */
record Words(String en, String zh) {}
