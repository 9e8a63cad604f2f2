package org.folkmoot.connectors;

import java.util.LinkedHashMap;
import java.util.Map;

/// Passes on only once what an export tells again and again, such as a person beside each of their
/// posts. It remembers the last 20,000 findings; telling one twice is harmless, only slow.
public final class Once implements Finds {

    private static final int REMEMBERED = 20_000;

    private final Finds finds;
    private final Map<Found, Boolean> told =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Found, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            };

    public Once(Finds finds) {
        this.finds = finds;
    }

    @Override
    public void add(Found found) {
        if (told.put(found, true) == null) {
            finds.add(found);
        }
    }
}
