package io.yuanqing.center.identity;

import io.yuanqing.center.identity.Accounts.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions that know who has signed in, not what they may do: that is read from the account at each request, so a
 * permission that is withdrawn, or an account that is closed, acts at once. A session ends when its time is over, and when
 * the password under which it was opened is no longer the account's.
 */
@Component
class FreshSessions implements SecurityContextRepository {

    /** Set by a page to requests that it makes by itself while nobody touches it: they keep no session alive. */
    static final String UNATTENDED = "X-Unattended";

    private static final String TIMES = FreshSessions.class.getName() + ".times";

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Accounts accounts;
    private final SessionSettings settings;
    private final Clock clock;

    FreshSessions(Accounts accounts, SessionSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param opened when somebody signed in
     * @param attended when a person did something in it last
     * @param passwordSince of the password that opened it
     */
    private record Times(Instant opened, Instant attended, Instant passwordSince) implements Serializable {}

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        DeferredSecurityContext kept = sessions.loadDeferredContext(request);
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return fresh(kept.get(), request);
            }

            @Override
            public boolean isGenerated() {
                return kept.isGenerated();
            }
        };
    }

    private SecurityContext fresh(SecurityContext kept, HttpServletRequest request) {
        if (kept.getAuthentication() == null || !(kept.getAuthentication().getPrincipal() instanceof SignedIn person)) {
            return kept;
        }
        SecurityContext fresh = SecurityContextHolder.createEmptyContext();
        accounts.find(person.user())
                .filter(Account::enabled)
                .filter(account -> stillOpen(request, account))
                .ifPresent(account -> fresh.setAuthentication(SignIn.authenticated(account.person())));
        return fresh;
    }

    private boolean stillOpen(HttpServletRequest request, Account account) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(TIMES) instanceof Times times)) {
            return false;
        }
        Instant now = clock.instant();
        boolean open = now.isBefore(times.opened().plus(settings.longest()))
                && now.isBefore(times.attended().plus(settings.idle()))
                && times.passwordSince().equals(account.passwordSince());
        if (!open) {
            session.invalidate();
        } else if (attended(request)) {
            session.setAttribute(TIMES, new Times(times.opened(), now, times.passwordSince()));
        }
        return open;
    }

    private static boolean attended(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean stream = accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
        return !stream && request.getHeader(UNATTENDED) == null;
    }

    /** The session in which a person changes their own password goes on, under the new one. */
    void passwordChanged(HttpServletRequest request, String user) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(TIMES) instanceof Times times) {
            accounts.find(user)
                    .ifPresent(account -> session.setAttribute(
                            TIMES, new Times(times.opened(), times.attended(), account.passwordSince())));
        }
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(context, request, response);
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(TIMES) == null
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn person) {
            Instant now = clock.instant();
            accounts.find(person.user())
                    .ifPresent(account -> session.setAttribute(TIMES, new Times(now, now, account.passwordSince())));
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }
}
