/** The sample city, and cities of any size made from it. */
@NullMarked
package io.yuanqing.simulator.city;

import org.jspecify.annotations.NullMarked;
