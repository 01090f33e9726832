package io.yuanqing.center.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.HstsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What needs a caller, how a caller is recognised, and what browsers are told to forbid. */
@Configuration(proxyBeanMethods = false)
class Security {

    /** Everything comes from the server itself; the component library and the charts set styles inline. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    AuthenticationManager authenticationManager(SignIn signIn) {
        return new ProviderManager(signIn);
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
        return tokens;
    }

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http,
            FreshSessions sessions,
            CsrfTokenRepository csrfTokens,
            Tokens tokens,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/session")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .addFilterBefore(new TokenFilter(tokens, answers), BasicAuthenticationFilter.class)
                .securityContext(context -> context.securityContextRepository(sessions))
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, e) -> answers.resolveException(request, response, null, e)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> answers.resolveException(request, response, null, e))
                        .accessDeniedHandler(
                                (request, response, e) -> answers.resolveException(request, response, null, e)))
                .csrf(csrf ->
                        csrf.spa().csrfTokenRepository(csrfTokens).requireCsrfProtectionMatcher(Security::needsToken))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy ->
                                policy.policy("camera=(self), geolocation=(self), microphone=(self), payment=()"))
                        .frameOptions(FrameOptionsConfig::deny)
                        // It would send browsers to TLS on the plain port of this host, too.
                        .httpStrictTransportSecurity(HstsConfig::disable))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * Callers with a session prove by the token that their own page sent the request. Programs need none: no browser sends
     * a program's token by itself, nor HTTP Basic, unless a browser says that another site made it send the password that it remembers. Signing in has no
     * session yet, and takes JSON only, which another site's form cannot send.
     */
    private static boolean needsToken(HttpServletRequest request) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return false;
        }
        if ("POST".equals(request.getMethod()) && "/api/session".equals(request.getServletPath())) {
            return false;
        }
        if (TokenFilter.bringsToken(request)) {
            return false;
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean basic =
                authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean otherSite = site != null && !site.equals("same-origin") && !site.equals("none");
        return !basic || otherSite;
    }
}
