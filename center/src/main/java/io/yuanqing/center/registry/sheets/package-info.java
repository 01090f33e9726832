/** Workbooks: archives come in and go out as sheets of one template. */
@NullMarked
package io.yuanqing.center.registry.sheets;

import org.jspecify.annotations.NullMarked;
