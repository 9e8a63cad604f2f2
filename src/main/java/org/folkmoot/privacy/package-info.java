/// What people may ask about themselves: a copy, a correction, to be forgotten; why things are
/// kept, for how long, and who looked.
@NullMarked
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "identity",
            "connectors"
        })
package org.folkmoot.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
