/** Writes what is exported, row by row, as a spreadsheet or as CSV. */
@NullMarked
package io.yuanqing.center.readings.sheet;

import org.jspecify.annotations.NullMarked;
