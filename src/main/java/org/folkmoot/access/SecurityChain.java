package org.folkmoot.access;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.folkmoot.web.Answers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/// Every request's way in.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityChain {

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOfManyRequestsAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    DefaultCookieSerializerCustomizer cookie(SiteUrl site) {
        return cookie -> {
            if (site.secure()) {
                cookie.setUseSecureCookie(true);
            }
        };
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SignedInSession signedInSession(CsrfTokenRepository tokens) {
        return new SignedInSession(tokens);
    }

    @Bean
    SignedIn signedIn(SignedInSession session, SecurityContextRepository contexts) {
        return new SignedIn(session, contexts);
    }

    /// Addresses that are crooked on purpose.
    @Bean
    RequestRejectedHandler crooked(Answers answers) {
        return (request, response, _) -> {
            SafeHeaders.write(response);
            answers.fail(request, response, HttpStatus.BAD_REQUEST);
        };
    }

    /// Passkeys ask for it once the key has proved itself.
    @Bean
    UserDetailsService accountsBehindPasskeys(Accounts accounts) {
        return email ->
                accounts.find(email)
                        .map(account -> User.withUsername(account.email()).password("").build())
                        .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Environment settings,
            SiteUrl site,
            Doors doors,
            Accounts accounts,
            Teammates teammates,
            Tokens tokens,
            SignInLimit limit,
            PasswordEncoder encoder,
            Answers answers,
            ReaderLocale readers,
            SignInPage signInPage,
            SignedInSession session,
            SignedIn signedIn,
            CsrfTokenRepository csrf,
            SecurityContextRepository contexts,
            ObjectProvider<DemoAccount> demo)
            throws Exception {
        var metrics = new MetricsDoor(settings);
        http.authorizeHttpRequests(
                open ->
                        open.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(Paths.FILES.toArray(String[]::new))
                                .permitAll()
                                .requestMatchers(Paths.PAGES.toArray(String[]::new))
                                .permitAll()
                                // /account removes them, and never the last way in
                                .requestMatchers(HttpMethod.DELETE, "/webauthn/register/**")
                                .denyAll()
                                .requestMatchers("/metrics")
                                .access(
                                        (_, c) ->
                                                new AuthorizationDecision(
                                                        metrics.opens(c.getRequest())))
                                .requestMatchers(Tenancy::bearer)
                                .permitAll() // the token is judged below
                                .anyRequest()
                                .authenticated());
        http.authenticationManager(
                new ProviderManager(new PasswordSignIn(accounts, limit, encoder)));
        http.securityContext(context -> context.securityContextRepository(contexts));
        http.sessionManagement(s -> s.sessionAuthenticationStrategy(session));
        http.csrf(
                c ->
                        c.csrfTokenRepository(csrf)
                                .ignoringRequestMatchers(
                                        Tenancy::bearer, Paths::isOneClick, Paths::isHook));
        http.formLogin(
                form ->
                        form.loginPage("/sign-in")
                                .usernameParameter("email")
                                .defaultSuccessUrl("/")
                                .failureHandler(signInPage::again));
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left"));
        http.webAuthn(
                keys ->
                        keys.rpId(site.host())
                                .rpName("Folkmoot")
                                .allowedOrigins(Set.of(site.origin()))
                                .disableDefaultRegistrationPage(true)
                                .withObjectPostProcessor(
                                        new ObjectPostProcessor<WebAuthnAuthenticationFilter>() {
                                            @Override
                                            public <O extends WebAuthnAuthenticationFilter>
                                                    O postProcess(O filter) {
                                                filter.setSessionAuthenticationStrategy(session);
                                                return filter;
                                            }
                                        }));
        http.exceptionHandling(
                e ->
                        e.authenticationEntryPoint(new WhoIsThere(answers))
                                .accessDeniedHandler(
                                        (request, response, _) ->
                                                answers.fail(
                                                        request, response, HttpStatus.FORBIDDEN)));
        http.requestCache(cache -> cache.requestCache(new WayBack()));
        SafeHeaders.on(http, site.secure());
        if (settings.getProperty("folkmoot.demo", Boolean.class, false)) {
            http.addFilterBefore(
                    new DemoVisit(demo.getObject(), signedIn), AnonymousAuthenticationFilter.class);
        }
        http.addFilterBefore(new FirstVisit(accounts), AuthorizationFilter.class);
        http.addFilterAfter(
                new Tenancy(doors, teammates, tokens, limit, answers, readers),
                AuthorizationFilter.class);
        return http.build();
    }
}
