/// What people did that is worth a thank-you, and how it was said.
@NullMarked
@ApplicationModule(
        displayName = "Thanks",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "consent",
            "activity",
            "identity"
        })
package org.folkmoot.thanks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
