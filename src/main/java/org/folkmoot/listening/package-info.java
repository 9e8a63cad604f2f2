/// What members say, read for its tone, its questions and its themes.
@NullMarked
@ApplicationModule(
        displayName = "Listening",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "language"
        })
package org.folkmoot.listening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
