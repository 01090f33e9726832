/**
 * Tables of hours, days, months, quarters and years in the layout of reports, and their export. Everything is computed on
 * reading from the current versions of the hour values.
 */
@NullMarked
package io.yuanqing.center.readings.tables;

import org.jspecify.annotations.NullMarked;
