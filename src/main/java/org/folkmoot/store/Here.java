package org.folkmoot.store;

import java.util.concurrent.Callable;
import org.folkmoot.kernel.CommunityId;
import org.jspecify.annotations.Nullable;

/// Which community and which account the running work is for. Every transaction tells the database,
/// which shows no row of any other community.
public final class Here {

    private static final ScopedValue<Place> PLACE = ScopedValue.newInstance();

    private record Place(@Nullable CommunityId community, @Nullable Long account) {}

    private Here() {}

    /// The community of the running work.
    ///
    /// @throws IllegalStateException outside of any community: a mistake in our code
    public static CommunityId community() {
        var here = communityOrNull();
        if (here == null) {
            throw new IllegalStateException("No community is set for this work");
        }
        return here;
    }

    public static @Nullable CommunityId communityOrNull() {
        return PLACE.isBound() ? PLACE.get().community() : null;
    }

    public static @Nullable Long accountOrNull() {
        return PLACE.isBound() ? PLACE.get().account() : null;
    }

    /// Works within one community, as whoever works now.
    public static <T> T in(CommunityId community, Callable<T> work) throws Exception {
        return as(community, accountOrNull(), work);
    }

    /// Works within one community; for work that throws nothing checked.
    public static void in(CommunityId community, Runnable work) {
        ScopedValue.where(PLACE, new Place(community, accountOrNull())).run(work);
    }

    public static <T> T as(
            @Nullable CommunityId community, @Nullable Long account, Callable<T> work)
            throws Exception {
        return ScopedValue.where(PLACE, new Place(community, account)).call(work::call);
    }
}
