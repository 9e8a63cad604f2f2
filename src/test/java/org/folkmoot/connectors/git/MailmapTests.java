package org.folkmoot.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailmapTests {

    private static Who resolve(Who who, String... lines) {
        return Mailmap.of(List.of(lines)).resolve(who);
    }

    @Test
    void aNameAndAnAddressGiveTheNameToThatAddress() {
        assertThat(resolve(new Who("ada", "ada@old.org"), "Ada Lovelace <ada@old.org>"))
                .isEqualTo(new Who("Ada Lovelace", "ada@old.org"));
    }

    @Test
    void twoAddressesReplaceTheSecondAndKeepTheName() {
        assertThat(resolve(new Who("ada", "ada@old.org"), "<ada@new.org> <ada@old.org>"))
                .isEqualTo(new Who("ada", "ada@new.org"));
    }

    @Test
    void aNameAndTwoAddressesReplaceBoth() {
        assertThat(
                        resolve(
                                new Who("ada", "ada@old.org"),
                                "Ada Lovelace <ada@new.org> <ada@old.org>"))
                .isEqualTo(new Who("Ada Lovelace", "ada@new.org"));
    }

    @Test
    void theCommittedNameTellsTwoPeopleAtOneAddressApart() {
        var lines =
                new String[] {
                    "Ada Lovelace <ada@new.org> ada <root@box>",
                    "Grace Hopper <grace@new.org> grace <root@box>"
                };
        assertThat(resolve(new Who("ada", "root@box"), lines))
                .isEqualTo(new Who("Ada Lovelace", "ada@new.org"));
        assertThat(resolve(new Who("Grace", "root@box"), lines))
                .isEqualTo(new Who("Grace Hopper", "grace@new.org"));
        assertThat(resolve(new Who("Mallory", "root@box"), lines))
                .isEqualTo(new Who("Mallory", "root@box"));
    }

    @Test
    void aLineWithTheNameGoesBeforeOneWithoutAndTheLatterServesAllOthers() {
        var lines =
                new String[] {
                    "Box <box@new.org> <root@box>", "Ada Lovelace <ada@new.org> ada <root@box>"
                };
        assertThat(resolve(new Who("ada", "root@box"), lines))
                .isEqualTo(new Who("Ada Lovelace", "ada@new.org"));
        assertThat(resolve(new Who("who", "root@box"), lines))
                .isEqualTo(new Who("Box", "box@new.org"));
    }

    @Test
    void caseDoesNotMatterInWhatIsLookedUp() {
        assertThat(resolve(new Who("ADA", "Ada@OLD.org"), "Ada <ada@new.org> ada <aDa@old.Org>"))
                .isEqualTo(new Who("Ada", "ada@new.org"));
    }

    @Test
    void laterLinesAreLaidOverEarlierOnes() {
        assertThat(
                        resolve(
                                new Who("x", "ada@old.org"),
                                "Ada <ada@old.org>",
                                "<ada@new.org> <ada@old.org>"))
                .isEqualTo(new Who("Ada", "ada@new.org"));
        assertThat(
                        resolve(
                                new Who("x", "ada@old.org"),
                                "Ada <ada@old.org>",
                                "Lady Ada <ada@old.org>"))
                .isEqualTo(new Who("Lady Ada", "ada@old.org"));
    }

    @Test
    void anEmptyCommittedAddressCanBeMapped() {
        assertThat(resolve(new Who("ada", ""), "Ada <ada@new.org> <>"))
                .isEqualTo(new Who("Ada", "ada@new.org"));
    }

    @Test
    void commentsBlankLinesAndNonsenseAreNoEntries() {
        var map =
                new String[] {
                    "# Ada <ada@old.org>",
                    "",
                    "   ",
                    "no address",
                    "<unclosed",
                    "<>",
                    "Ada <> <ada@old.org>"
                };
        assertThat(resolve(new Who("ada", "ada@old.org"), map))
                .isEqualTo(new Who("ada", "ada@old.org"));
    }

    @Test
    void aCommentAfterTheAddressIsNoPartOfIt() {
        assertThat(resolve(new Who("ada", "ada@old.org"), "Ada <ada@old.org> # since 1843"))
                .isEqualTo(new Who("Ada", "ada@old.org"));
    }

    @Test
    void namesInAnyScriptAreKept() {
        assertThat(resolve(new Who("h", "h@x.org"), "山田花子 <h@x.org>").name()).isEqualTo("山田花子");
        assertThat(resolve(new Who("m", "m@x.org"), "محمد <m@x.org>").name()).isEqualTo("محمد");
    }

    @Test
    void mappingIsOneStepAndNoChain() {
        assertThat(resolve(new Who("a", "a@x"), "<b@x> <a@x>", "<c@x> <b@x>").email())
                .isEqualTo("b@x");
    }
}
