package org.folkmoot.demo;

import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.demo.Talk.Turn;
import org.jspecify.annotations.Nullable;

/// Issues and discussions of the repository.
final class GitHubStage extends Stage {

    static final String ISSUES = "lantern-docs/lantern";
    static final String DISCUSSIONS = "lantern-docs/lantern/discussions";
    static final String PULLS = "lantern-docs/lantern/pulls";

    private int number = 700;
    private long comments = 1_840_221_000L;

    GitHubStage(Cast cast, Texts texts, Chance chance, Notebook notebook) {
        super(Platform.GITHUB, cast, texts, chance, notebook);
    }

    static void places(Finds finds) {
        for (var id : new String[] {ISSUES, DISCUSSIONS, PULLS}) {
            finds.add(Place.of(Platform.GITHUB.source(), id, id, id.equals(PULLS) ? Style.CODE : Style.FORUM)
                    .about(null, "https://github.example/" + id));
        }
    }

    @Override
    String id(String place, @Nullable String above, Turn turn) {
        return above == null ? ISSUES + "#" + next() : comment();
    }

    /// The next number of an issue, pull request or discussion.
    int next() {
        return ++number;
    }

    String comment() {
        comments += chance.between(3, 900);
        return ISSUES + "#comment-" + comments;
    }

    @Override
    String url(String place, String id, @Nullable String above) {
        var top = above == null ? id : above;
        var page = "https://github.example/" + ISSUES + (place.equals(DISCUSSIONS) ? "/discussions/" : "/issues/") + top.substring(top.indexOf('#') + 1);
        return above == null ? page : page + id.substring(id.indexOf('#'));
    }

    @Override
    String mention(Actor actor) {
        return "@" + actor.id(Platform.GITHUB) + " ";
    }

    @Override
    Kind under() {
        return Kind.COMMENT;
    }

    @Override
    boolean accepts() {
        return true;
    }

    @Override
    double warmth() {
        return 0.6;
    }
}
