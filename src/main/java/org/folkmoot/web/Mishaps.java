package org.folkmoot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.folkmoot.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Where whatever a handler throws becomes an answer.
@ControllerAdvice
class Mishaps {

    private static final Logger log = LoggerFactory.getLogger(Mishaps.class);

    private final Answers answers;

    Mishaps(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.refuse(request, response, refusal);
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void theReaderLeft() {
        // nobody is there to answer
    }

    /// A word where a number belongs in an address: there is no such page.
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noSuchAddress(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.fail(request, response, HttpStatus.NOT_FOUND);
    }

    /// A body that is no JSON, or not of the shape that is asked for.
    @ExceptionHandler(HttpMessageNotReadableException.class)
    void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.fail(request, response, HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    void failed(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            known.getHeaders()
                    .forEach((name, all) -> all.forEach(v -> response.addHeader(name, v)));
            var status = HttpStatus.resolve(known.getStatusCode().value());
            answers.fail(request, response, status == null ? HttpStatus.BAD_REQUEST : status);
            return;
        }
        log.error("Could not answer", e);
        if (response.isCommitted()) {
            throw e; // the connection is cut, so that half an answer is not taken for a whole one
        }
        answers.fail(request, response, HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
