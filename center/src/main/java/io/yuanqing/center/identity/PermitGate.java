package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Turns away whoever lacks what {@link Permit} asks for, naming it. */
@Component
class PermitGate implements HandlerInterceptor, WebMvcConfigurer {

    private final Caller caller;

    PermitGate(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true; // the web's own files, which the page for the change of a password needs as well
        }
        caller.signedIn().ifPresent(person -> requireOpen(person, method));
        Permit permit = method.getMethodAnnotation(Permit.class);
        if (permit != null && !caller.may(permit.value())) {
            throw Refusal.forbidden("'" + caller.name() + "' lacks the permission " + permit.value()
                    + "; an administrator can grant it");
        }
        return true;
    }

    private static void requireOpen(SignedIn person, HandlerMethod method) {
        OwnAccount own = AnnotationUtils.findAnnotation(method.getBeanType(), OwnAccount.class);
        if (person.passwordDue() != null && (own == null || !own.whilePasswordDue())) {
            throw Refusal.forbidden("The password of '" + person.user() + "' has to be changed first ("
                    + person.passwordDue() + "): PUT /api/profile/password");
        }
        if (person.token() != null && own != null) {
            throw Refusal.forbidden("A token does not look after the account itself; sign in with the password");
        }
    }
}
