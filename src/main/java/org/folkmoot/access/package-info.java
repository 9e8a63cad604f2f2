/// Who may come in and what they may do: accounts, sessions, roles, invitations, tokens, and the
/// trail of what was done.
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"kernel", "store", "web"})
package org.folkmoot.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
