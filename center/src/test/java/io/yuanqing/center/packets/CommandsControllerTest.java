package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.yuanqing.center.packets.CommandsController.CommandName;
import io.yuanqing.hj212.command.Direction;
import java.util.List;
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
}
