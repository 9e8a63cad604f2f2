package org.folkmoot.briefing;

import java.util.Locale;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the team says to an alert. That something was to be expected marks its days, so that
/// nothing is learned from them and charts tell why.
@Service
@Transactional
class AlertAnswers {

    private final Alerts alerts;
    private final Annotations annotations;

    AlertAnswers(Alerts alerts, Annotations annotations) {
        this.alerts = alerts;
        this.annotations = annotations;
    }

    /// @param how `seen` or `expected`
    void answer(long id, String how, Locale locale) {
        var alert = alerts.get(id);
        if (!how.matches("seen|expected")) {
            throw new Refusal.Unusable("Answer an alert with seen or expected.");
        }
        if (alert.answer() != null) {
            throw new Refusal.OutOfDate("This alert");
        }
        Long marked = null;
        if (how.equals("expected")) {
            var title = new AlertWords(locale).title(alert);
            marked =
                    annotations
                            .add(
                                    new AnnotationForm.Wish(
                                            alert.first(),
                                            alert.last(),
                                            "Expected: "
                                                    + title.substring(
                                                            0, Math.min(title.length(), 105)),
                                            Annotation.Kind.EXPECTED,
                                            null,
                                            true))
                            .id();
        }
        alerts.answer(id, how, marked);
    }

    void reopen(long id) {
        var answer = alerts.get(id).answer();
        if (answer != null && answer.annotation() != null) {
            annotations.find(answer.annotation()).ifPresent(a -> annotations.remove(a.id()));
        }
        alerts.reopen(id);
    }
}
