/// What somebody new to a community should know of it before they say a word.
@NullMarked
@ApplicationModule(
        displayName = "Listening brief",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "identity",
            "connectors",
            "language",
            "listening",
            "metrics",
            "lifecycle"
        })
package org.folkmoot.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
