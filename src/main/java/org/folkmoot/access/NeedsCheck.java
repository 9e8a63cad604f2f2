package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a handler run only when the visitor has the permission it asks for. A handler that forgot
/// to ask never runs.
final class NeedsCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true; // a file or nothing: nobody's data
        }
        var needed = neededBy(method);
        if (needed == null) {
            throw new IllegalStateException("%s does not say what it needs".formatted(method));
        }
        if (!Visitor.here().may(needed)) {
            throw new Refusal.NotAllowed(needed.words());
        }
        return true;
    }

    static @Nullable Permission neededBy(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        var all = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
        return own != null ? own.value() : all != null ? all.value() : null;
    }
}
