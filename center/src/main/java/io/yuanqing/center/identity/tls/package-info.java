/** The web over TLS, with a certificate from files or from an authority of the server's own. */
@NamedInterface("tls")
@NullMarked
package io.yuanqing.center.identity.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
