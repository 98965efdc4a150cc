#include "entente/realignment/positions.hpp"
