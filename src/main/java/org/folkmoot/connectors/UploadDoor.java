package org.folkmoot.connectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Answers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Files that are sent by a form go straight to the disk they will stay on, and only from people
/// who are signed in and where there is room. Asked before anything of the file is read.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class UploadDoor {

    /// After the session is known, before the sign-in is judged in full.
    private static final int BETWEEN_SESSION_AND_SECURITY = -150;

    private static final int IN_MEMORY = 16 << 10;

    @Bean
    MultipartConfigElement formsWithFiles(Uploads uploads) throws IOException {
        return new MultipartConfigElement(uploads.arrivals().toString(), -1, -1, IN_MEMORY);
    }

    @Bean
    Keeper uploadKeeper(Uploads uploads, Answers answers) {
        return new Keeper(uploads, answers);
    }

    @Order(BETWEEN_SESSION_AND_SECURITY)
    static final class Keeper extends OncePerRequestFilter {

        private final Uploads uploads;
        private final Answers answers;

        Keeper(Uploads uploads, Answers answers) {
            this.uploads = uploads;
            this.answers = answers;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            var type = request.getContentType();
            return type == null
                    || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var size = request.getContentLengthLong();
            if (size > uploads.room()) {
                answers.refuse(request, response, tooLarge(size));
            } else if ((size < 0 || size > IN_MEMORY) && !signedIn(request)) {
                answers.fail(request, response, HttpStatus.UNAUTHORIZED);
            } else {
                chain.doFilter(request, response);
            }
        }

        private Refusal tooLarge(long size) {
            return new Refusal.Unusable(
                    "The file has %s, and there is room for %s. Nothing was stored. Make room, or import a smaller part."
                            .formatted(Sizes.inWords(size), Sizes.inWords(uploads.room())));
        }

        private static boolean signedIn(HttpServletRequest request) {
            var session = request.getSession(false);
            return session != null && session.getAttribute("SPRING_SECURITY_CONTEXT") != null;
        }
    }
}
