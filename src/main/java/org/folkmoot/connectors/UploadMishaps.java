package org.folkmoot.connectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Answers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/// What a person hears when a file broke off on its way in. Nothing of it is left then.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadMishaps {

    private static final Logger log = LoggerFactory.getLogger(UploadMishaps.class);

    private final Uploads uploads;
    private final Answers answers;

    UploadMishaps(Uploads uploads, Answers answers) {
        this.uploads = uploads;
        this.answers = answers;
    }

    @ExceptionHandler
    void brokeOff(MultipartException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.warn("A file broke off on its way in", e);
        answers.refuse(
                request,
                response,
                new Refusal.Unusable(
                        isFull(e) || uploads.room() == 0
                                ? "The disk became full while the file came in. Nothing of it was stored. Make room, or import a smaller part."
                                : "The file did not come in whole. Nothing of it was stored. Send it once more."));
    }

    private static boolean isFull(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            var said = cause.getMessage();
            if (said != null && (said.contains("No space left") || said.contains("quota"))) {
                return true;
            }
        }
        return false;
    }
}
