package io.yuanqing.center.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who makes the present request. */
@Component
public class Caller {

    /** Name under which the server's own acts stand in the audit trail. */
    public static final String SERVER = "(server)";

    /** The actor of a refused sign-in. */
    static final String NOBODY = "(nobody)";

    /** Empty in a thread that serves no signed-in caller. */
    public Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** Whose data the caller may see; nothing when nobody is signed in. */
    public Scope scope() {
        return signedIn().map(SignedIn::scope).orElse(Scope.NOTHING);
    }

    /** Whose things an act may touch: those that its caller sees; the server's own acts touch all. */
    public Scope reach() {
        return signedIn().map(SignedIn::scope).orElse(Scope.CITY);
    }

    /** Whether the caller holds this permission. */
    public boolean may(String permission) {
        return signedIn()
                .map(person -> person.permissions().contains(permission))
                .orElse(false);
    }

    /** Network address of the caller; empty for the server's own acts. */
    String address() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web) {
            return web.getRequest().getRemoteAddr();
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof Address address ? address.text() : "";
    }

    private record Address(String text) {}

    /** The same work for another thread, as the present caller's: with its rights, scope, name and address of this moment. */
    public Runnable onBehalf(Runnable work) {
        return signedIn().map(person -> as(person, address(), work)).orElse(work);
    }

    /**
     * The same work as the server's own act that sees the whole city: nobody is asked, so nobody can have a say in it.
     *
     * @param permissions that the work needs
     */
    public Runnable asServer(Set<String> permissions, Runnable work) {
        return as(new SignedIn(0, SERVER, SERVER, permissions, Scope.CITY), "", work);
    }

    private static Runnable as(SignedIn person, String address, Runnable work) {
        UsernamePasswordAuthenticationToken authentication =
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
        authentication.setDetails(new Address(address));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        return new DelegatingSecurityContextRunnable(work, context);
    }

    /** For the audit trail: the caller's name, or {@link #SERVER}. */
    public String name() {
        return signedIn().map(SignedIn::user).orElse(SERVER);
    }
}
