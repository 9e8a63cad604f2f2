package org.folkmoot.sources.hearing;

import java.util.Optional;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Sources;
import org.springframework.stereotype.Component;

/// Lets go of a connection: its platform is asked to call no more, and what it brought stays.
@Component
public class Removing {

    private final Sources sources;
    private final Arranging arranging;
    private final Joining joining;

    Removing(Sources sources, Arranging arranging, Joining joining) {
        this.sources = sources;
        this.arranging = arranging;
        this.joining = joining;
    }

    /// @return what is left to do at the platform; mostly empty
    public Optional<String> remove(long id) {
        var problem = arranging.end(sources.get(id).kept());
        joining.remove(id);
        return problem;
    }
}
