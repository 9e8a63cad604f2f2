package org.folkmoot.connectors.feed;

import java.io.IOException;
import java.nio.file.Path;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Given;

/// A feed that was saved, as the importer reads it.
public final class FeedReading {

    private FeedReading() {}

    public static Found.Basket of(Path file) throws IOException {
        return Given.read(new FeedFormat(), file);
    }
}
