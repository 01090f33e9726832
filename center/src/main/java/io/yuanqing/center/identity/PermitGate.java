package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
        SignedIn caller = this.caller.signedIn().orElse(null);
        if (caller != null && caller.passwordDue() != null && !opensWithPasswordDue(handler)) {
            throw Refusal.forbidden("The password of '" + caller.user() + "' has to be changed first ("
                    + caller.passwordDue() + "): PUT /api/profile/password");
        }
        Permit permit = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Permit.class) : null;
        if (permit != null && !this.caller.may(permit.value())) {
            throw Refusal.forbidden("'" + this.caller.name() + "' lacks the permission " + permit.value()
                    + "; an administrator can grant it");
        }
        return true;
    }

    private static boolean opensWithPasswordDue(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.getBeanType() == SessionController.class
                        || method.getBeanType() == OwnPasswordController.class);
    }
}
