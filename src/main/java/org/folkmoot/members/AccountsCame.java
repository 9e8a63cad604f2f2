package org.folkmoot.members;

import org.folkmoot.kernel.CommunityId;

/// Accounts came in, or more was told of them: at the end of an import, not with each page. Heard
/// outside of any transaction, in the community; what there is to do is kept, so hearing it again
/// or never does no harm.
public record AccountsCame(CommunityId community) {}
