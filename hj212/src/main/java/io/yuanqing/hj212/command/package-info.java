/**
 * What packets say: the catalogue of commands of the three editions, and for each a record that reads its CP and writes
 * it. Reading is lenient and never throws, writing keeps to the edition's ranges.
 */
@NullMarked
package io.yuanqing.hj212.command;

import org.jspecify.annotations.NullMarked;
