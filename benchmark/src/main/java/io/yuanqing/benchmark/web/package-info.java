/** How quick the pages are, in a real browser, over a year of a large city's hours. */
@org.jspecify.annotations.NullMarked
package io.yuanqing.benchmark.web;
