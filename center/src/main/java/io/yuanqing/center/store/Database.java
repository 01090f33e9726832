package io.yuanqing.center.store;

/** A running PostgreSQL and how to reach it. */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

    /** JDBC address without credentials. */
    String url();

    String user();

    String password();

    /** Whether the server itself started this database. */
    boolean embedded();

    /** Stops what was started; an external database is left alone. */
    @Override
    void close();
}
