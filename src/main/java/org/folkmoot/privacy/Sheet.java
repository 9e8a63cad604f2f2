package org.folkmoot.privacy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/// What a copy of somebody's data is written as.
interface Sheet {

    void begin(String name, String community, Instant at) throws IOException;

    void part(String title, String key) throws IOException;

    void row(Map<String, ?> row) throws IOException;

    void end() throws IOException;
}
