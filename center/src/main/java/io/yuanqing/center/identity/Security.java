package io.yuanqing.center.identity;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What needs a caller, and how a caller is recognised. */
@Configuration(proxyBeanMethods = false)
class Security {

    @Bean
    AuthenticationManager authenticationManager(SignIn signIn) {
        return new ProviderManager(signIn);
    }

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, e) -> answers.resolveException(request, response, null, e)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> answers.resolveException(request, response, null, e))
                        .accessDeniedHandler(
                                (request, response, e) -> answers.resolveException(request, response, null, e)))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
