#include "app/command.h"

int main(int count, char** values) {
    const std::vector<std::string_view> arguments(values + 1, values + count);
    pamong::app::Terminal terminal{std::cin, std::cout, std::cerr};
    return pamong::app::run_program(arguments, terminal);
}
