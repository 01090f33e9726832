package io.yuanqing.center.identity;

import io.yuanqing.center.identity.Accounts.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions that know who has signed in, not what they may do: that is read from the account at each request, so a
 * permission that is withdrawn, or an account that is closed, acts at once.
 */
@Component
class FreshSessions implements SecurityContextRepository {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Accounts accounts;

    FreshSessions(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        DeferredSecurityContext kept = sessions.loadDeferredContext(request);
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return fresh(kept.get());
            }

            @Override
            public boolean isGenerated() {
                return kept.isGenerated();
            }
        };
    }

    private SecurityContext fresh(SecurityContext kept) {
        if (kept.getAuthentication() == null || !(kept.getAuthentication().getPrincipal() instanceof SignedIn person)) {
            return kept;
        }
        SecurityContext fresh = SecurityContextHolder.createEmptyContext();
        accounts.find(person.user())
                .filter(Account::enabled)
                .ifPresent(account -> fresh.setAuthentication(SignIn.authenticated(account.person())));
        return fresh;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }
}
