/**
 * Basement: the data directory and the database that all rooms stand on.
 *
 * <p>The database is either embedded (PostgreSQL 18, started and stopped with the server) or an external PostgreSQL 15
 * or newer. Both are refused when they could lose a committed transaction.
 */
@ApplicationModule(displayName = "store")
@NullMarked
package io.yuanqing.center.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
