package io.yuanqing.center.identity;

/** Who chose a password. */
enum PasswordOrigin {
    /** The person whom it lets in. */
    OWN,
    /** Somebody else, who knows it now: it serves to choose an own one, and for nothing more. */
    ANOTHER,
    /** The server at its first start, shown once to whoever started it. */
    GENERATED,
    /** YUANQING_ADMIN_PASSWORD; whoever runs the server changes it there. */
    ENVIRONMENT
}
