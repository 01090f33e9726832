/** The web over TLS, with a certificate from files or from an authority of the server's own. */
@NullMarked
package io.yuanqing.center.identity.tls;

import org.jspecify.annotations.NullMarked;
