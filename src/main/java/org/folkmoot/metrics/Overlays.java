package org.folkmoot.metrics;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All that modules above draw over the numbers.
@Component
class Overlays {

    private final ObjectProvider<Overlay> all;

    Overlays(ObjectProvider<Overlay> all) {
        this.all = all;
    }

    /// Equal to what it was as long as nothing has changed that is drawn.
    List<Object> states() {
        return all.orderedStream().map(Overlay::state).toList();
    }

    Overlay.Drawn over(Report report, Locale locale) {
        return all.orderedStream()
                .map(one -> one.over(report, locale))
                .reduce(Overlay.Drawn.NOTHING, Overlay.Drawn::and);
    }
}
