/// What a community wants to know of its people besides what their accounts tell: fields of its
/// own, time zones inferred from hours, and pictures kept here.
@NullMarked
@ApplicationModule(
        displayName = "Fields",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity"
        })
package org.folkmoot.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
