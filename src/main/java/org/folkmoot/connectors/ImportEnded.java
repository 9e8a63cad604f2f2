package org.folkmoot.connectors;

import org.folkmoot.kernel.CommunityId;

/// An import that the server worked on is over: much may be new in that community.
public record ImportEnded(CommunityId community) {}
