package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.yuanqing.center.access.CommandsController.CommandName;
import io.yuanqing.hj212.command.Direction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandsControllerTest {

    /** The packet pages name each packet's CN by this list; one without a row would be called unknown. */
    @Test
    void theCatalogueIsServedWithNamesInBothLanguages() {
        List<CommandName> commands = new CommandsController().commands().getBody();
        assertThat(commands)
                .filteredOn(row -> row.cn().equals("2051") && row.direction() == Direction.UP)
                .extracting(CommandName::nameZh, CommandName::nameEn)
                .contains(tuple("污染物分钟数据", "minute data"));
        assertThat(commands)
                .filteredOn(row -> row.cn().equals("9015"))
                .singleElement()
                .satisfies(row -> assertThat(row.editions()).containsExactly("2025"));
    }

    /** The screens ask for a second yes where this says so. */
    @Test
    void theCatalogueSaysWhatTheCentreCanBeAskedToSend() {
        List<CommandName> commands = new CommandsController().commands().getBody();
        assertThat(commands)
                .filteredOn(row -> row.group() != null)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.direction()).isEqualTo(Direction.DOWN));
        assertThat(commands)
                .filteredOn(
                        row -> Set.of("GET_CLOCK", "HOUR_HISTORY", "SET_CLOCK", "SAMPLE_NOW", "SET_PASSWORD", "SET_KEY")
                                .contains(row.command()))
                .extracting(CommandName::command, CommandName::group)
                .containsExactlyInAnyOrder(
                        tuple("GET_CLOCK", CommandGroup.READ),
                        tuple("HOUR_HISTORY", CommandGroup.HISTORY),
                        tuple("SET_CLOCK", CommandGroup.SET),
                        tuple("SAMPLE_NOW", CommandGroup.CONTROL),
                        tuple("SET_PASSWORD", CommandGroup.CONTROL),
                        tuple("SET_KEY", CommandGroup.CONTROL));
    }
}
